import { getPiecePicture, isPieceFormat } from "@/lib/features/previews/data";
import { gated } from "@/lib/platform/gate";

/**
 * HASH-800.webp: a piece as it was chosen or ordered. Whoever knows the hash of a spec knows the spec, so nothing is told that
 * they didn't know; how long it may be kept is said for all pictures (lib/platform/http-headers.ts).
 */
export const GET = gated(
  "public",
  async (_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> => {
    const [, hash = "", format = ""] = /^([0-9a-f]{64})-([0-9a-z.]{1,20})$/.exec((await params).file) ?? [];
    const bytes = isPieceFormat(format) ? await getPiecePicture(hash, format) : null;
    if (!bytes) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(bytes), {
      headers: { "content-type": format.endsWith(".webp") ? "image/webp" : "image/jpeg" },
    });
  },
);
