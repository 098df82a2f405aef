import { ok, type Result, refuse } from "@/lib/platform/errors";
import { readBody } from "@/lib/platform/read-body";

const MAX_BYTES = 64 * 1024;

/** The body of a request as JSON, read no further than 64 kB. */
export async function readJson(
  request: Request,
): Promise<Result<unknown, "BODY_TOO_LARGE" | "MALFORMED_JSON">> {
  const bytes = await readBody(request, MAX_BYTES);
  if (!bytes) return refuse("BODY_TOO_LARGE");
  try {
    return ok(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return refuse("MALFORMED_JSON");
  }
}
