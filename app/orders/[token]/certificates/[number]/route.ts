import { getCertificateForBuyer } from "@/lib/features/workshop/certificate";
import { now } from "@/lib/platform/clock";
import { gated } from "@/lib/platform/gate";
import { pdfAnswer, textAnswer } from "@/lib/platform/pdf-answer";

type Context = { params: Promise<{ token: string; number: string }> };

/** The certificate of a finished piece, for who holds its order's link. */
export const GET = gated("link", async (_request: Request, { params }: Context): Promise<Response> => {
  const { token, number } = await params;
  if (!/^[A-Za-z0-9-]+$/.test(number)) return textAnswer(404);
  const found = await getCertificateForBuyer({ number, orderToken: token }, { now: now() });
  return found.ok ? pdfAnswer(found.value) : textAnswer(404);
});
