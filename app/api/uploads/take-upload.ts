import type { Route } from "next";
import type { z } from "zod";
import { readUpload, type Upload } from "@/lib/features/media/read-upload";
import {
  type PictureRefusal,
  UPLOAD_MAX_FILES,
  type UploadAnswer,
  type UploadReply,
  uploadAnswers,
} from "@/lib/features/media/schema";
import { checkStaff, type Staff, signInPath } from "@/lib/platform/auth";
import type { Refusal, Result } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { isSameOrigin } from "@/lib/platform/same-origin";

type Kept =
  | Result<{ id: string }, "NOT_FOUND" | "FORBIDDEN">
  | (Refusal<"NOT_A_PICTURE"> & { why: PictureRefusal });

type Definition<Fields> = {
  role?: "OWNER";
  fields: z.ZodType<Fields>;
  keep: (file: Uint8Array, fields: Fields, staff: Staff) => Promise<Kept>;
  /** where a form that was sent without a script comes back to; null where nobody knows */
  back: (fields: Fields | null) => { page: Route; part: string };
};

/**
 * What every form with photos goes through: its sender, its size while it arrives, its fields, then one photo after the
 * other. A browser's form is led back to its page, a script gets JSON.
 */
export async function takeUpload<Fields>(
  request: Request,
  { role, fields: schema, keep, back }: Definition<Fields>,
): Promise<Response> {
  if (!isSameOrigin(request)) return Response.json({ code: "FORBIDDEN" }, { status: 403 });
  const staff = await checkStaff(role);
  if (!staff.ok) {
    if (wantsPage(request)) return seeOther(signInPath("/studio"));
    return Response.json(staff, { status: staff.code === "FORBIDDEN" ? 403 : 401 });
  }
  const answer = (status: number, outcome: UploadAnswer, fields: Fields | null, ids: string[] = []) =>
    wantsPage(request) ? seeOther(addressOf(back(fields), outcome, ids)) : asJson(status, outcome, ids);

  const upload = await readUpload(request);
  if (!upload.ok) {
    return upload.code === "BODY_TOO_LARGE"
      ? answer(413, "too-large", null)
      : answer(400, "not-a-photo", null);
  }
  const read = schema.safeParse(upload.value.fields);
  if (!read.success) return answer(422, "not-found", null);
  if (upload.value.files.length === 0) return answer(422, "missing", read.data);
  if (upload.value.files.length > UPLOAD_MAX_FILES) return answer(422, "too-many", read.data);
  try {
    const { ids, refused } = await keepEach(upload.value, (file) => keep(file, read.data, staff.value));
    if (refused === null) return answer(201, "added", read.data, ids);
    return answer(statuses[refused], refused, read.data, ids);
  } catch (error) {
    log.error({ err: error }, "an upload failed");
    return Response.json({ code: "UNEXPECTED" }, { status: 500 });
  }
}

/** One that can't be read keeps no other from being kept. */
async function keepEach(
  { files }: Upload,
  keep: (file: Uint8Array) => Promise<Kept>,
): Promise<{ ids: string[]; refused: keyof typeof statuses | null }> {
  const ids: string[] = [];
  let refused: keyof typeof statuses | null = null;
  for (const file of files) {
    const kept = await keep(file);
    if (kept.ok) ids.push(kept.value.id);
    else refused ??= kept.code === "NOT_A_PICTURE" ? kept.why : "not-found";
  }
  return { ids, refused };
}

const statuses = {
  "not-found": 404,
  "too-large": 413,
  "too-many-pixels": 413,
  "too-small": 422,
  heic: 415,
  moving: 415,
  drawing: 415,
  pdf: 415,
  broken: 415,
  "not-a-photo": 415,
} as const satisfies Record<PictureRefusal | "not-found", number>;

function asJson(status: number, outcome: UploadAnswer, ids: string[]): Response {
  const code = outcome.toUpperCase().replaceAll("-", "_");
  const reply: UploadReply = { code, message: uploadAnswers[outcome], ids };
  return Response.json(reply, { status });
}

function addressOf(
  { page, part }: { page: Route; part: string },
  outcome: UploadAnswer,
  ids: string[],
): string {
  const kept = outcome !== "added" && ids.length > 0 ? `&kept=${ids.length}` : "";
  return `${page}?photo=${outcome}${kept}#${part}`;
}

function wantsPage(request: Request): boolean {
  return (request.headers.get("accept") ?? "").includes("text/html");
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
