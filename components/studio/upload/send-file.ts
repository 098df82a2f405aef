import type { UploadReply } from "@/lib/features/media/schema";

export type Sent = { ok: boolean; message: string };

/** One file with the form's other fields. XMLHttpRequest, because fetch can't say how much has gone. */
export function sendFile(
  address: string,
  fields: Record<string, string>,
  file: File,
  onProgress: (share: number) => void,
): Promise<Sent> {
  return new Promise((resolve) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    body.set("photo", file);
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve({ ok: request.status === 201, message: messageOf(request) });
    request.onerror = () => resolve({ ok: false, message: "It didn’t arrive. Are you online?" });
    request.send(body);
  });
}

function messageOf({ responseText, status }: XMLHttpRequest): string {
  try {
    const { message }: Partial<UploadReply> = JSON.parse(responseText);
    if (message) return message;
  } catch {
    // A proxy's own page, which says nothing that would help.
  }
  return status === 413 ? "This file is too large." : "It couldn’t be kept. Please try again.";
}
