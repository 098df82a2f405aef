import Link from "next/link";
import { Due, JobBadges } from "@/components/studio/badges";
import { dayWords } from "@/lib/domain/day-words";
import type { JobCard } from "@/lib/features/workshop/views";
import { studioRoutes } from "@/lib/platform/studio-routes";

/** One piece as a card: the whole of it is the target. */
export function JobCardLink({ card, today }: { card: JobCard; today: string }) {
  return (
    <Link
      href={studioRoutes.job(card.number)}
      className="grid gap-1 rounded-md border border-line bg-paper-raised p-3 transition-colors hover:border-line-strong"
    >
      <span className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="whitespace-nowrap font-semibold tabular-nums">{card.number}</span>
        <span className="text-xs">
          <Due on={card.dueOn} today={today} brief />
        </span>
      </span>
      <span className="font-medium">{card.productName}</span>
      <span className="line-clamp-2 text-ink-soft text-xs">{card.spec}</span>
      <span className="text-ink-faint text-xs">
        {card.forecast.risk === "ON_TRACK" ? card.forecast.waitsFor : card.forecast.reason}
      </span>
      {card.status !== "READY" && (
        <span className="text-ink-faint text-xs tabular-nums">
          {card.forecast.expectedOn ? `Expected ${dayWords(card.forecast.expectedOn)}` : "No day in sight"}
        </span>
      )}
      <span className="flex flex-wrap gap-1.5 empty:hidden">
        <JobBadges job={card} />
      </span>
    </Link>
  );
}
