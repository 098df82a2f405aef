import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { type Sent, sendFile } from "@/components/studio/upload/send-file";
import { UPLOAD_MAX_BYTES, uploadAnswers } from "@/lib/features/media/schema";

export type UnderWay = { key: number; name: string; share: number; sent: Sent | null };

/** At a time: more would only share the line between them. */
const AT_ONCE = 2;

/** Files on their way, each with how far it is, and what became of it. The page is asked for anew as they arrive. */
export function useUploads(address: string, fields: Record<string, string>) {
  const router = useRouter();
  const [files, setFiles] = useState<UnderWay[]>([]);
  const waiting = useRef<{ key: number; file: File }[]>([]);
  const running = useRef(0);
  const next = useRef(0);

  const note = (key: number, change: Partial<UnderWay>) =>
    setFiles((before) => before.map((entry) => (entry.key === key ? { ...entry, ...change } : entry)));

  const run = async () => {
    const first = waiting.current.shift();
    if (!first) return;
    running.current += 1;
    const { key, file } = first;
    // Said at once, instead of after a quarter of an hour on a bad line.
    const sent =
      file.size > UPLOAD_MAX_BYTES
        ? { ok: false, message: uploadAnswers["too-large"] }
        : await sendFile(address, fields, file, (share) => note(key, { share }));
    note(key, { share: 1, sent });
    running.current -= 1;
    if (sent.ok) router.refresh();
    void run();
  };

  const add = (chosen: readonly File[]) => {
    const added = chosen.map((file) => ({ key: next.current++, file }));
    // What has arrived is in the page by now; what was refused has been read.
    setFiles((before) => [
      ...before.filter(({ sent }) => sent === null),
      ...added.map(({ key, file }) => ({ key, name: file.name, share: 0, sent: null })),
    ]);
    waiting.current.push(...added);
    for (let free = AT_ONCE - running.current; free > 0; free -= 1) void run();
  };

  return { files, add };
}
