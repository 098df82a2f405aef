import { getPiecePicture, PIECE_WIDTHS } from "@/lib/features/previews/data";
import { gated } from "@/lib/platform/gate";

/**
 * HASH-800.webp: a piece as it was ordered. Whoever knows the hash of a spec knows the spec, so nothing is told that
 * they didn't know; how long it may be kept is said for all pictures (lib/platform/http-headers.ts).
 */
export const GET = gated(
  "public",
  async (_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> => {
    const [, hash = "", width = ""] = /^([0-9a-f]{64})-(\d{3,4})\.webp$/.exec((await params).file) ?? [];
    const bytes = PIECE_WIDTHS.includes(Number(width)) ? await getPiecePicture(hash, Number(width)) : null;
    if (!bytes) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(bytes), { headers: { "content-type": "image/webp" } });
  },
);
