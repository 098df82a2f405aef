import { getMediaFile } from "@/lib/features/media/data";
import { gated } from "@/lib/platform/gate";

/**
 * HASH-800.avif: a finished size of an uploaded picture. The hash is that of its content, so it may be kept for ever; no
 * other file of the storage has an address.
 */
export const GET = gated(
  "public",
  async (request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> => {
    const { file } = await params;
    const found = await getMediaFile(file);
    if (!found) return new Response(null, { status: 404, headers: { "cache-control": "no-store" } });
    const headers = {
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      etag: `"${file}"`,
    };
    if (request.headers.get("if-none-match") === headers.etag)
      return new Response(null, { status: 304, headers });
    return new Response(Uint8Array.from(found.bytes), {
      headers: {
        ...headers,
        "content-type": found.contentType,
        "content-length": String(found.bytes.byteLength),
      },
    });
  },
);
