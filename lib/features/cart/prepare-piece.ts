import type { Temporal } from "temporal-polyfill";
import { fieldOfPath, type TypedPersonalization } from "@/lib/features/cart/personalization-form";
import { type PreparedPiece, preparePiece } from "@/lib/features/quotes/data";
import { type Result, refuse } from "@/lib/platform/errors";

/** Errors come back under the names that the form's fields have. */
export async function preparePieceInWords(
  product: string,
  personalization: TypedPersonalization,
  now: Temporal.Instant,
): Promise<Result<PreparedPiece, "NOT_FOUND" | "INVALID_INPUT">> {
  const piece = await preparePiece({ product, personalization }, now);
  if (piece.ok) return piece;
  if (piece.code === "NOT_FOUND") {
    return refuse("NOT_FOUND", { message: "We no longer make this design. Please choose another." });
  }
  return refuse("INVALID_INPUT", {
    message: "Something about the piece needs another look.",
    errors: (piece.errors ?? []).map((error) => ({
      ...error,
      path: fieldOfPath(error.path, personalization),
    })),
  });
}
