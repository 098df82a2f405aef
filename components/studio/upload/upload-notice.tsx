import { Notice } from "@/components/ui/notice";
import { counted } from "@/lib/domain/sentence";
import { readUploadAnswer, uploadAnswers } from "@/lib/features/media/schema";

export type UploadOutcome = { answer: string | undefined; kept: string | undefined };

/** What became of a form with photos that was sent without a script (?photo=heic&kept=2). */
export function UploadNotice({ answer, kept }: UploadOutcome) {
  const outcome = readUploadAnswer(answer);
  if (!outcome) return null;
  const others = kept !== undefined && /^\d{1,2}$/.test(kept) ? Number(kept) : 0;
  return (
    <Notice tone={outcome === "added" ? "positive" : "danger"} role="status" className="mb-4">
      {others > 0 && `${counted(others, "photo")} arrived, and one could not be kept. `}
      {uploadAnswers[outcome]}
    </Notice>
  );
}
