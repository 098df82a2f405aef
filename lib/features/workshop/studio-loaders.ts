import { cache } from "react";
import { type IsoDate, localDate } from "@/lib/domain/calendar-days";
import { countFailedMails } from "@/lib/features/mailbox/data";
import { type AwaitedFromBuyer, listAwaitedAnswers } from "@/lib/features/orders/delay-answer";
import { getMoneyTrouble, type MoneyTrouble } from "@/lib/features/payments/data";
import type { PiecePicture } from "@/lib/features/previews/schema";
import { countWaitingSizers } from "@/lib/features/sizers/data";
import { getBoard, getDashboard, getDueList } from "@/lib/features/workshop/board";
import { getWorkshop } from "@/lib/features/workshop/data";
import { getJob } from "@/lib/features/workshop/job-page";
import { getJobPicture } from "@/lib/features/workshop/job-picture";
import { getOrderForStudio, getOrderList, type OrderQuery } from "@/lib/features/workshop/orders";
import type { WorkshopView } from "@/lib/features/workshop/schema";
import type {
  Board,
  Dashboard,
  DueFilter,
  DueList,
  JobCard,
  JobView,
  OrderList,
  OrderRow,
  StudioOrder,
} from "@/lib/features/workshop/views";
import { requireStaff } from "@/lib/platform/auth";
import { now } from "@/lib/platform/clock";
import { getEnv } from "@/lib/platform/env";

/** The workshop's own facts, for whoever is signed in. Throws where nobody has set it up: then nobody is. */
export const loadWorkshopForStaff = cache(async (): Promise<WorkshopView> => {
  await requireStaff();
  const workshop = await getWorkshop();
  if (!workshop) throw new Error("Somebody is signed in to a workshop that isn't set up");
  return workshop;
});

/** Every moment that a person reads is told in it. */
export async function loadTimeZone(): Promise<string> {
  return (await loadWorkshopForStaff()).timeZone;
}

export type Today = {
  dashboard: Dashboard;
  ready: JobCard[];
  waitingPayments: OrderRow[];
  trouble: MoneyTrouble;
  awaitedAnswers: AwaitedFromBuyer[];
  failedMails: number;
  waitingSizers: number;
};

export async function loadToday(): Promise<Today> {
  const { role } = await requireStaff("ARTISAN", "/studio");
  const moment = now();
  const [dashboard, ready, orders, trouble, awaitedAnswers, failedMails, waitingSizers] = await Promise.all([
    getDashboard(moment),
    getDueList("ready", null, moment),
    getOrderList({ search: "", show: "open", cursor: null }),
    getMoneyTrouble(moment),
    listAwaitedAnswers(moment),
    countFailedMails({ withAccountMails: role === "OWNER" }),
    countWaitingSizers(),
  ]);
  const waitingPayments = orders.rows.filter(({ status }) => status === "PAYMENT_PENDING");
  return {
    ...{ dashboard, ready: ready.cards, waitingPayments, trouble },
    ...{ awaitedAnswers, failedMails, waitingSizers },
  };
}

export async function loadBoard(): Promise<Board> {
  await requireStaff("ARTISAN", "/studio/board");
  return getBoard(now());
}

export async function loadDueList(filter: DueFilter, cursor: string | null): Promise<DueList> {
  await requireStaff("ARTISAN", "/studio/jobs");
  return getDueList(filter, cursor, now());
}

/** With the picture nearest to the very piece, and the bench of whoever looks. */
export async function loadJob(number: string): Promise<{
  job: JobView;
  picture: PiecePicture | null;
  ownBench: string | null;
  today: IsoDate;
  timeZone: string;
} | null> {
  const { artisanId } = await requireStaff("ARTISAN", `/studio/jobs/${encodeURIComponent(number)}`);
  const moment = now();
  const [job, timeZone] = await Promise.all([getJob(number, moment), loadTimeZone()]);
  if (!job) return null;
  const today = localDate(timeZone, moment.epochMilliseconds);
  return { job, picture: await getJobPicture(job), ownBench: artisanId, today, timeZone };
}

export async function loadOrders(query: OrderQuery): Promise<OrderList> {
  await requireStaff("ARTISAN", "/studio/orders");
  return getOrderList(query);
}

export async function loadOrder(number: string): Promise<{
  order: StudioOrder;
  workshop: WorkshopView;
  today: IsoDate;
  isOwner: boolean;
  shopUrl: string;
} | null> {
  const { role } = await requireStaff("ARTISAN", `/studio/orders/${encodeURIComponent(number)}`);
  const moment = now();
  const [order, workshop] = await Promise.all([getOrderForStudio(number, moment), loadWorkshopForStaff()]);
  if (!order) return null;
  const today = localDate(workshop.timeZone, moment.epochMilliseconds);
  return { order, workshop, today, isOwner: role === "OWNER", shopUrl: getEnv().APP_URL };
}
