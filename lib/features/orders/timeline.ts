import { dayWords } from "@/lib/domain/day-words";
import { readEvent } from "@/lib/domain/event";
import { describeEventForBuyer } from "@/lib/domain/event-words";
import { formatMoney } from "@/lib/domain/money";
import type { JobRow, OrderRow } from "@/lib/features/orders/read-order";
import type { MomentView, PieceView } from "@/lib/features/orders/schema";

type DayOf = (date: Date) => string;

const format = { money: formatMoney, day: dayWords };

/** Each piece with its stages: which are done, which is under way, which are to come. */
export function tellPieces(order: OrderRow, dayOf: DayOf): PieceView[] {
  return order.lines.flatMap((line) =>
    line.jobs.map((job) => ({
      number: job.number,
      name: line.productName,
      state: stateOf(job),
      stages: job.stages.map(({ stage, status, doneAt }) => ({
        label: stage.buyerLabel,
        state:
          status === "DONE" ? ("done" as const) : status === "STARTED" ? ("now" as const) : ("next" as const),
        doneOn: doneAt ? dayOf(doneAt) : null,
      })),
    })),
  );
}

function stateOf({ status, stages }: JobRow): PieceView["state"] {
  switch (status) {
    case "ON_HOLD":
      return "paused";
    case "READY":
      return "ready";
    case "SHIPPED":
      return "shipped";
    case "CANCELLED":
      return "cancelled";
    case "OPEN":
      return stages.some((stage) => stage.status !== "PLANNED") ? "making" : "waiting";
  }
}

/** What happened so far, in the buyer's words, with the photos that the workshop chose to show. */
export function tellTimeline(order: OrderRow, dayOf: DayOf): MomentView[] {
  const jobs = order.lines.flatMap((line) => line.jobs);
  const pieceOf = (jobId: string | null) => {
    const index = jobs.findIndex((job) => job.id === jobId);
    return jobs.length > 1 && index >= 0 ? `Piece ${index + 1} of ${jobs.length}` : null;
  };
  const told = order.events.flatMap((row): MomentView[] => {
    const event = readEvent(row);
    const text = event && describeEventForBuyer(event, format);
    if (!text) return [];
    const { at, jobId } = row;
    return [{ at: at.toISOString(), on: dayOf(at), piece: pieceOf(jobId), text, photo: null }];
  });
  const shown = jobs.flatMap((job) =>
    job.photos.map(
      ({ id, caption, width, height, createdAt }): MomentView => ({
        at: createdAt.toISOString(),
        on: dayOf(createdAt),
        piece: pieceOf(job.id),
        text: caption || "A photo from the bench",
        photo: { url: `/orders/${order.token}/photos/${id}`, caption, width, height },
      }),
    ),
  );
  return [...told, ...shown].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
