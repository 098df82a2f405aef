import { UPLOAD_MAX_BYTES } from "@/lib/features/media/schema";
import { ok, type Result, refuse } from "@/lib/platform/errors";

// A caption and the form's own dressing come on top of the photos.
const MAX_BYTES = UPLOAD_MAX_BYTES + 64 * 1024;

export type Upload = { fields: Record<string, string>; files: Uint8Array[] };

/**
 * A form with files called "photo", all of them together read no further than it may be long: a length that is announced is believed
 * only where it refuses, and a body that grows beyond is dropped while it still arrives.
 */
export async function readUpload(
  request: Request,
): Promise<Result<Upload, "BODY_TOO_LARGE" | "MALFORMED_FORM">> {
  if (Number(request.headers.get("content-length")) > MAX_BYTES) return refuse("BODY_TOO_LARGE");
  const counter = countingStream();
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !type.startsWith("multipart/form-data")) return refuse("MALFORMED_FORM");
  try {
    const form = await new Response(request.body.pipeThrough(counter.stream), {
      headers: { "content-type": type },
    }).formData();
    return ok(await splitForm(form));
  } catch {
    return refuse(counter.isOver() ? "BODY_TOO_LARGE" : "MALFORMED_FORM");
  }
}

function countingStream(): { stream: TransformStream<Uint8Array, Uint8Array>; isOver(): boolean } {
  let length = 0;
  const stream = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      length += chunk.byteLength;
      if (length > MAX_BYTES) controller.error(new Error("The body is too large"));
      else controller.enqueue(chunk);
    },
  });
  return { stream, isOver: () => length > MAX_BYTES };
}

async function splitForm(form: FormData): Promise<Upload> {
  const fields: Record<string, string> = {};
  const files: Uint8Array[] = [];
  for (const [name, value] of form) {
    if (typeof value === "string") fields[name] = value;
    // A file field that was left empty comes as a file without bytes.
    else if (name === "photo" && value.size > 0) files.push(new Uint8Array(await value.arrayBuffer()));
  }
  return { fields, files };
}
