import type { Temporal } from "temporal-polyfill";
import { type IsoDate, isoWeekday, toEpochDay, toIsoDate } from "@/lib/domain/calendar-days";
import { compareInQueue } from "@/lib/domain/schedule";
import { fromIsoDay } from "@/lib/features/orders/days";
import { cardSelect, readCardRows, toCard } from "@/lib/features/workshop/cards";
import { listStages } from "@/lib/features/workshop/data";
import { type BenchLook, lookAtBench } from "@/lib/features/workshop/look";
import type { Board, Dashboard, DueFilter, DueList, JobCard } from "@/lib/features/workshop/views";
import { db } from "@/lib/platform/db";

type JobWhere = NonNullable<NonNullable<Parameters<typeof db.job.findMany>[0]>["where"]>;

const HERE = { in: ["OPEN", "ON_HOLD", "READY"] } satisfies JobWhere["status"];
const PAGE = 50;
const URGENT = 8;

/** Every piece in the house by the stage it is in, each column in the queue's own order. */
export async function getBoard(now: Temporal.Instant): Promise<Board> {
  const [look, stages, rows] = await Promise.all([
    lookAtBench(now),
    listStages(),
    readCardRows({ status: HERE }),
  ]);
  const cards = rows.map((row) => toCard(row, look)).sort(inQueue);
  return {
    today: look.today,
    columns: stages.map(({ id, label, kind }) => ({
      stage: id,
      label,
      kind,
      cards: cards.filter((card) => card.stage?.stage === id),
    })),
    ready: cards.filter((card) => card.stage === null),
  };
}

/** By due date, then by place in the queue; `cursor` is what the page before said. */
export async function getDueList(
  filter: DueFilter,
  cursor: string | null,
  now: Temporal.Instant,
): Promise<DueList> {
  const look = await lookAtBench(now);
  const where = whereOf(filter, look);
  const [rows, total] = await Promise.all([
    db.job.findMany({
      where,
      orderBy: [{ dueOn: "asc" }, { queuedAt: "asc" }, { id: "asc" }],
      take: PAGE + 1,
      ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
      select: cardSelect,
    }),
    db.job.count({ where }),
  ]);
  const cards = rows.slice(0, PAGE).map((row) => toCard(row, look));
  const nextCursor = rows.length > PAGE ? (cards.at(-1)?.jobId ?? null) : null;
  return { today: look.today, filter, cards, total, nextCursor };
}

export async function getDashboard(now: Temporal.Instant): Promise<Dashboard> {
  const look = await lookAtBench(now);
  const count = (filter: DueFilter) => db.job.count({ where: whereOf(filter, look) });
  const [open, late, dueThisWeek, onHold, ready, rush, rows] = await Promise.all([
    count("all"),
    count("late"),
    count("week"),
    count("hold"),
    count("ready"),
    count("rush"),
    db.job.findMany({
      where: whereOf("risk", look),
      orderBy: [{ dueOn: "asc" }, { queuedAt: "asc" }, { id: "asc" }],
      select: cardSelect,
    }),
  ]);
  const cards = rows.map((row) => toCard(row, look));
  const withRisk = (risk: JobCard["forecast"]["risk"]) => cards.filter((card) => card.forecast.risk === risk);
  return {
    ...{ today: look.today, open, late, dueThisWeek, onHold, ready, rush },
    willBeLate: withRisk("WILL_BE_LATE").length,
    atRisk: withRisk("AT_RISK").length,
    urgent: [...withRisk("LATE"), ...withRisk("WILL_BE_LATE"), ...withRisk("AT_RISK")].slice(0, URGENT),
  };
}

function whereOf(filter: DueFilter, look: BenchLook): JobWhere {
  const today = fromIsoDay(look.today);
  switch (filter) {
    case "all":
      return { status: HERE };
    case "late":
      return { status: HERE, dueOn: { lt: today } };
    case "week":
      return { status: HERE, dueOn: { gte: today, lte: fromIsoDay(sundayOf(look.today)) } };
    case "hold":
      return { status: "ON_HOLD" };
    case "rush":
      return { status: HERE, rush: true };
    case "ready":
      return { status: "READY" };
    case "risk":
      return { status: HERE, OR: [{ dueOn: { lt: today } }, { id: { in: [...look.unsafeJobIds] } }] };
  }
}

function sundayOf(day: IsoDate): IsoDate {
  const epochDay = toEpochDay(day);
  return toIsoDate(epochDay + 7 - isoWeekday(epochDay));
}

function inQueue(a: JobCard, b: JobCard): number {
  const place = ({ jobId: id, rush, queuedAt }: JobCard) => ({ id, rush, queuedAtMs: Date.parse(queuedAt) });
  return compareInQueue(place(a), place(b));
}
