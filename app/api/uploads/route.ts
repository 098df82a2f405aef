import { randomUUID } from "node:crypto";
import { readUpload } from "@/lib/features/media/read-upload";
import { type UploadAnswer, uploadAnswers, uploadSchema } from "@/lib/features/media/schema";
import { staffActor } from "@/lib/features/orders/events";
import { addPhoto } from "@/lib/features/workshop/job-photos";
import { checkStaff, signInPath } from "@/lib/platform/auth";
import { now } from "@/lib/platform/clock";
import { gated } from "@/lib/platform/gate";
import { log } from "@/lib/platform/log";
import { isSameOrigin } from "@/lib/platform/same-origin";
import { studioRoutes } from "@/lib/platform/studio-routes";

/** A photo for a piece. A browser's form is led back to the piece, a program gets JSON. */
export const POST = gated("artisan", async (request: Request): Promise<Response> => {
  if (!isSameOrigin(request)) return Response.json({ code: "FORBIDDEN" }, { status: 403 });
  const staff = await checkStaff();
  if (!staff.ok) {
    return wantsPage(request) ? seeOther(signInPath("/studio")) : Response.json(staff, { status: 401 });
  }
  const upload = await readUpload(request);
  if (!upload.ok) {
    return upload.code === "BODY_TOO_LARGE"
      ? answer(request, 413, "too-large")
      : answer(request, 400, "not-a-photo");
  }
  const fields = uploadSchema.safeParse(upload.value.fields);
  if (!fields.success) return answer(request, 422, "not-found");
  const { jobId, caption, number } = fields.data;
  if (!upload.value.file) return answer(request, 422, "missing", number);
  try {
    const photo = { photoId: randomUUID(), jobId, caption, bytes: upload.value.file };
    const added = await addPhoto(photo, { now: now(), actor: staffActor(staff.value) });
    if (added.ok) return answer(request, 201, "added", number, added.value.photoId);
    return answer(request, statuses[added.code], words[added.code], number);
  } catch (error) {
    log.error({ err: error }, "an upload failed");
    return Response.json({ code: "UNEXPECTED" }, { status: 500 });
  }
});

const statuses = { NOT_FOUND: 404, FORBIDDEN: 403, PHOTO_TOO_LARGE: 413, NOT_A_PHOTO: 415 } as const;
const words = {
  NOT_FOUND: "not-found",
  FORBIDDEN: "not-found",
  PHOTO_TOO_LARGE: "too-large",
  NOT_A_PHOTO: "not-a-photo",
} as const satisfies Record<keyof typeof statuses, UploadAnswer>;

function answer(
  request: Request,
  status: number,
  outcome: UploadAnswer,
  number?: string,
  photoId?: string,
): Response {
  if (wantsPage(request)) {
    return seeOther(number ? `${studioRoutes.job(number)}?photo=${outcome}#photos` : studioRoutes.jobs);
  }
  const code = outcome.toUpperCase().replaceAll("-", "_");
  return Response.json(
    { code, message: uploadAnswers[outcome], ...(photoId ? { photoId } : {}) },
    { status },
  );
}

function wantsPage(request: Request): boolean {
  return (request.headers.get("accept") ?? "").includes("text/html");
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
