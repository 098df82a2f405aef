import { getUploadLook } from "@/lib/features/catalog/picture-data";
import { checkStaff } from "@/lib/platform/auth";
import { gated } from "@/lib/platform/gate";

/** A small copy of the whole photo, uncut, for whoever says in the studio what matters in it. */
export const GET = gated(
  "owner",
  async (_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
    const staff = await checkStaff("OWNER");
    const look = staff.ok ? await getUploadLook((await params).id) : null;
    if (!look) return new Response("Not found", { status: 404 });
    return new Response(Uint8Array.from(look.bytes), {
      headers: { "content-type": look.contentType, "cache-control": "private, max-age=86400" },
    });
  },
);
