import { getCertificate } from "@/lib/features/workshop/certificate";
import { checkStaff } from "@/lib/platform/auth";
import { now } from "@/lib/platform/clock";
import { gated } from "@/lib/platform/gate";
import { pdfAnswer, textAnswer } from "@/lib/platform/pdf-answer";

type Context = { params: Promise<{ number: string }> };

/** The certificate of a finished piece, as a PDF to print and put in its parcel. */
export const GET = gated("artisan", async (_request: Request, { params }: Context): Promise<Response> => {
  const staff = await checkStaff();
  if (!staff.ok) return textAnswer(401, staff.message);
  const { number } = await params;
  if (!/^[A-Za-z0-9-]+$/.test(number)) return textAnswer(404);
  const found = await getCertificate(number, { now: now() });
  if (!found.ok) return found.code === "NOT_FOUND" ? textAnswer(404) : textAnswer(409, found.message);
  return pdfAnswer(found.value);
});
