import { ok, type Result, refuse } from "@/lib/platform/errors";

const MAX_BYTES = 64 * 1024;

/**
 * The body of a request as JSON, read no further than 64 kB: a length that is announced is believed only where it
 * refuses, and a chunked body that grows beyond is dropped while it still arrives.
 */
export async function readJson(
  request: Request,
): Promise<Result<unknown, "BODY_TOO_LARGE" | "MALFORMED_JSON">> {
  if (Number(request.headers.get("content-length")) > MAX_BYTES) return refuse("BODY_TOO_LARGE");
  const bytes = await readBytes(request);
  if (!bytes) return refuse("BODY_TOO_LARGE");
  try {
    return ok(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    return refuse("MALFORMED_JSON");
  }
}

async function readBytes(request: Request): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > MAX_BYTES) {
      await reader.cancel().catch(() => undefined);
      return null;
    }
    parts.push(value);
  }
  return Buffer.concat(parts);
}
