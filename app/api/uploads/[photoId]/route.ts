import { getPhotoForBuyer, getPhotoForStudio } from "@/lib/features/workshop/job-photos";
import { checkStaff } from "@/lib/platform/auth";
import { gated } from "@/lib/platform/gate";

type Context = { params: Promise<{ photoId: string }> };

/** For the staff any photo; with ?order=TOKEN one that the workshop shows the buyer of that order. Else: nothing. */
export const GET = gated("link", async (request: Request, { params }: Context): Promise<Response> => {
  const { photoId } = await params;
  const orderToken = new URL(request.url).searchParams.get("order");
  const photo =
    orderToken !== null
      ? await getPhotoForBuyer({ photoId, orderToken })
      : (await checkStaff()).ok
        ? await getPhotoForStudio(photoId)
        : null;
  if (!photo) return new Response("Not found", { status: 404 });
  return new Response(Uint8Array.from(photo.bytes), {
    headers: {
      "content-type": photo.contentType,
      // Short: the workshop may hide it again, and who looks may sign out.
      "cache-control": "private, max-age=120",
    },
  });
});
