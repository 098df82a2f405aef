import { getTicketPdf } from "@/lib/features/workshop/bench-ticket";
import { checkStaff } from "@/lib/platform/auth";
import { now } from "@/lib/platform/clock";
import { getEnv } from "@/lib/platform/env";
import { gated } from "@/lib/platform/gate";
import { studioRoutes } from "@/lib/platform/studio-routes";

type Context = { params: Promise<{ number: string; file: string }> };

/** …/TM-1042-2/ticket/a5.pdf (or a6.pdf): the bench ticket, to print at its true size. */
export const GET = gated("artisan", async (_request: Request, { params }: Context): Promise<Response> => {
  const staff = await checkStaff();
  if (!staff.ok) return answer(401, staff.message);
  const { number, file } = await params;
  const paper = file === "a5.pdf" ? "a5" : file === "a6.pdf" ? "a6" : null;
  if (!paper || !/^[A-Za-z0-9-]+$/.test(number)) return answer(404);
  const jobUrl = `${getEnv().APP_URL}${studioRoutes.job(number)}`;
  const found = await getTicketPdf({ number, paper, jobUrl }, { now: now() });
  if (!found.ok) return found.code === "NOT_FOUND" ? answer(404) : answer(409, found.message);
  const { name, body } = found.value;
  return new Response(Uint8Array.from(body), {
    headers: {
      "content-type": "application/pdf",
      // To look at and print; the name, of plain letters, digits and hyphens, is for who keeps it.
      "content-disposition": `inline; filename="${name}"`,
      "cache-control": "private, no-store",
    },
  });
});

function answer(status: number, message = "Not found"): Response {
  return new Response(message, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
