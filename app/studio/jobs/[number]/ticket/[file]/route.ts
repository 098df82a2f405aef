import { getTicketPdf } from "@/lib/features/workshop/bench-ticket";
import { checkStaff } from "@/lib/platform/auth";
import { now } from "@/lib/platform/clock";
import { getEnv } from "@/lib/platform/env";
import { gated } from "@/lib/platform/gate";
import { pdfAnswer, textAnswer } from "@/lib/platform/pdf-answer";
import { studioRoutes } from "@/lib/platform/studio-routes";

type Context = { params: Promise<{ number: string; file: string }> };

/** …/TM-1042-2/ticket/a5.pdf (or a6.pdf): the bench ticket, to print at its true size. */
export const GET = gated("artisan", async (_request: Request, { params }: Context): Promise<Response> => {
  const staff = await checkStaff();
  if (!staff.ok) return textAnswer(401, staff.message);
  const { number, file } = await params;
  const paper = file === "a5.pdf" ? "a5" : file === "a6.pdf" ? "a6" : null;
  if (!paper || !/^[A-Za-z0-9-]+$/.test(number)) return textAnswer(404);
  const jobUrl = `${getEnv().APP_URL}${studioRoutes.job(number)}`;
  const found = await getTicketPdf({ number, paper, jobUrl }, { now: now() });
  if (!found.ok) return found.code === "NOT_FOUND" ? textAnswer(404) : textAnswer(409, found.message);
  return pdfAnswer(found.value);
});
