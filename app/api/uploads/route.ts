import { randomUUID } from "node:crypto";
import { takeUpload } from "@/app/api/uploads/take-upload";
import { uploadSchema } from "@/lib/features/media/schema";
import { staffActor } from "@/lib/features/orders/events";
import { addPhoto } from "@/lib/features/workshop/job-photos";
import { now } from "@/lib/platform/clock";
import { gated } from "@/lib/platform/gate";
import { studioRoutes } from "@/lib/platform/studio-routes";

/** Photos of a piece on the bench. */
export const POST = gated(
  "artisan",
  (request: Request): Promise<Response> =>
    takeUpload(request, {
      fields: uploadSchema,
      keep: async (bytes, { jobId, caption }, staff) => {
        const photoId = randomUUID();
        const who = { now: now(), actor: staffActor(staff) };
        const added = await addPhoto({ photoId, jobId, caption, bytes }, who);
        return added.ok ? { ok: true, value: { id: photoId } } : added;
      },
      back: (fields) => ({
        page: fields?.number ? studioRoutes.job(fields.number) : studioRoutes.jobs,
        part: "photos",
      }),
    }),
);
