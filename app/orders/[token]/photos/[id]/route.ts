import { getPhotoForBuyer } from "@/lib/features/workshop/job-photos";
import { gated } from "@/lib/platform/gate";

/** A photo from the bench that the workshop shows to this order's buyer. */
export const GET = gated(
  "link",
  async (
    _request: Request,
    { params }: { params: Promise<{ token: string; id: string }> },
  ): Promise<Response> => {
    const { token, id } = await params;
    const photo = await getPhotoForBuyer({ photoId: id, orderToken: token });
    if (!photo) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(photo.bytes), {
      headers: { "content-type": photo.contentType, "cache-control": "private, max-age=3600" },
    });
  },
);
