import type { Route } from "next";
import Link from "next/link";
import { type AwaitedAnswer, AwaitedAnswers } from "@/components/studio/awaited-answers";
import { JobCardLink } from "@/components/studio/job-card-link";
import { Nothing, PageHead, Panel } from "@/components/studio/page-head";
import { Problems, type Trouble } from "@/components/studio/problems";
import { ReadyParcels } from "@/components/studio/ready-parcels";
import { WaitingList } from "@/components/studio/waiting-proposals";
import { cx } from "@/components/ui/class-names";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { dayWords } from "@/lib/domain/day-words";
import { counted } from "@/lib/domain/sentence";
import type { WaitingProposals } from "@/lib/features/proposals/schema";
import type { Dashboard, JobCard, OrderRow } from "@/lib/features/workshop/views";
import { studioRoutes } from "@/lib/platform/studio-routes";

type Props = {
  dashboard: Dashboard;
  ready: readonly JobCard[];
  waitingPayments: readonly OrderRow[];
  trouble: Trouble;
  awaitedAnswers: readonly AwaitedAnswer[];
  waiting: WaitingProposals;
  failedMails: number;
  waitingSizers: number;
};

export function TodayView({
  dashboard,
  ready,
  waitingPayments,
  trouble,
  awaitedAnswers,
  waiting,
  failedMails,
  waitingSizers,
}: Props) {
  const { today } = dashboard;
  return (
    <>
      <PageHead title={dayWords(today)} lead={inTheHouse(dashboard.open)}>
        <LinkButton href={studioRoutes.whatIf} variant="secondary" size="sm">
          What if…
        </LinkButton>
      </PageHead>
      <Problems trouble={trouble} failedMails={failedMails} />
      <Counts dashboard={dashboard} />
      <div className="mt-5 grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
        <Panel title="Needs you first">
          <Cards
            cards={dashboard.urgent}
            today={today}
            empty="Nothing is late, and nothing is about to be."
          />
        </Panel>
        <div className="grid gap-5">
          {waiting.forUs.length + waiting.forCustomer.length > 0 && (
            <Panel title="Proofs and changes">
              <WaitingList waiting={waiting} />
            </Panel>
          )}
          <Panel title="Ready to leave">
            <ReadyParcels cards={ready} today={today} />
            <TextLink href={studioRoutes.sizers} className="mt-2 inline-flex min-h-11 items-center">
              {waitingSizers > 0 ? `${counted(waitingSizers, "ring sizer")} to post` : "Ring sizers"}
            </TextLink>
          </Panel>
          <Panel title="Payments on their way">
            <Waiting orders={waitingPayments} />
          </Panel>
          {awaitedAnswers.length > 0 && (
            <Panel title="Answers to a delay">
              <AwaitedAnswers answers={awaitedAnswers} />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}

function inTheHouse(open: number): string {
  if (open === 0) return "No piece is in the house.";
  return open === 1 ? "One piece is in the house." : `${open} pieces are in the house.`;
}

function Counts({ dashboard }: { dashboard: Dashboard }) {
  const counts = [
    { label: "Late", count: dashboard.late, href: showing("late"), alarm: "text-danger" },
    { label: "Will be late", count: dashboard.willBeLate, href: showing("risk"), alarm: "text-danger" },
    { label: "At risk", count: dashboard.atRisk, href: showing("risk"), alarm: "text-warning" },
    { label: "Due this week", count: dashboard.dueThisWeek, href: showing("week"), alarm: "" },
    { label: "On hold", count: dashboard.onHold, href: showing("hold"), alarm: "text-warning" },
    { label: "Rush", count: dashboard.rush, href: showing("rush"), alarm: "" },
    { label: "Ready", count: dashboard.ready, href: showing("ready"), alarm: "" },
  ];
  return (
    <ul className="grid grid-cols-3 gap-2 sm:grid-cols-4 lg:grid-cols-7">
      {counts.map(({ label, count, href, alarm }) => (
        <li key={label}>
          <Link
            href={href}
            className="block rounded-lg border border-line bg-paper-raised px-3 py-2.5 transition-colors hover:border-line-strong"
          >
            <span className={cx("block font-display text-2xl tabular-nums", count > 0 && alarm)}>
              {count}
            </span>
            <span className="text-ink-soft">{label}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Cards({ cards, today, empty }: { cards: readonly JobCard[]; today: string; empty: string }) {
  if (cards.length === 0) return <Nothing>{empty}</Nothing>;
  return (
    <ul className="grid gap-2 sm:grid-cols-2">
      {cards.map((card) => (
        <li key={card.jobId}>
          <JobCardLink card={card} today={today} />
        </li>
      ))}
    </ul>
  );
}

function Waiting({ orders }: { orders: readonly OrderRow[] }) {
  if (orders.length === 0) return <Nothing>None.</Nothing>;
  return (
    <ul className="divide-y divide-line">
      {orders.map((order) => (
        <li key={order.orderId}>
          <TextLink
            href={studioRoutes.order(order.number)}
            className="flex min-h-11 items-center justify-between gap-4 decoration-transparent"
          >
            <span className="font-medium tabular-nums">{order.number}</span>
            <span className="truncate text-ink-soft">{order.name}</span>
          </TextLink>
        </li>
      ))}
    </ul>
  );
}

function showing(filter: string): Route {
  return `${studioRoutes.jobs}?show=${filter}` as Route;
}
