import { randomUUID } from "node:crypto";
import { takeUpload } from "@/app/api/uploads/take-upload";
import { uploadPicture } from "@/lib/features/catalog/upload-picture";
import { pictureUploadSchema } from "@/lib/features/media/schema";
import { staffActor } from "@/lib/features/orders/events";
import { now } from "@/lib/platform/clock";
import { gated } from "@/lib/platform/gate";
import { studioRoutes } from "@/lib/platform/studio-routes";

/** Photos of a product: kept, and their sizes made by the worker. */
export const POST = gated(
  "owner",
  (request: Request): Promise<Response> =>
    takeUpload(request, {
      role: "OWNER",
      fields: pictureUploadSchema,
      keep: async (bytes, { slug, replaces }, staff) => {
        const uploadId = randomUUID();
        const who = { now: now(), actor: staffActor(staff) };
        const kept = await uploadPicture({ uploadId, slug, replaces, bytes }, who);
        return kept.ok ? { ok: true, value: { id: uploadId } } : kept;
      },
      back: (fields) => ({
        page: fields ? studioRoutes.productPictures(fields.slug) : studioRoutes.products,
        part: "new",
      }),
    }),
);
