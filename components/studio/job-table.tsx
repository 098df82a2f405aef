import { Due, JobBadges } from "@/components/studio/badges";
import { Table, Td, Th } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { dayWords } from "@/lib/domain/day-words";
import type { JobCard } from "@/lib/features/workshop/views";
import { studioRoutes } from "@/lib/platform/studio-routes";

export function JobTable({
  cards,
  today,
  caption,
}: {
  cards: readonly JobCard[];
  today: string;
  caption: string;
}) {
  return (
    <Table caption={caption} className="min-w-[46rem]">
      <thead>
        <tr>
          <Th>Due</Th>
          <Th>Piece</Th>
          <Th>Where it is</Th>
          <Th>Expected</Th>
          <Th>To note</Th>
        </tr>
      </thead>
      <tbody>
        {cards.map((card) => (
          <tr key={card.jobId} className="hover:bg-paper-sunk">
            <Td>
              <Due on={card.dueOn} today={today} />
            </Td>
            <Td className="max-w-[26rem]">
              <TextLink
                href={studioRoutes.job(card.number)}
                className="-my-2.5 inline-flex min-h-11 items-center gap-2 decoration-transparent"
              >
                <span className="whitespace-nowrap font-semibold tabular-nums">{card.number}</span>
                <span className="font-medium">{card.productName}</span>
              </TextLink>
              <p className="line-clamp-1 text-ink-soft text-xs">{card.spec}</p>
            </Td>
            <Td className="max-w-[20rem]">
              <p className="font-medium">{card.stage?.label ?? ""}</p>
              <p className="text-ink-soft text-xs">{card.forecast.reason}</p>
            </Td>
            <Td className="whitespace-nowrap tabular-nums">
              {card.forecast.expectedOn ? dayWords(card.forecast.expectedOn) : "–"}
              {card.forecast.badDayOn && card.forecast.badDayOn !== card.forecast.expectedOn && (
                <p className="text-ink-soft text-xs">bad days {dayWords(card.forecast.badDayOn)}</p>
              )}
            </Td>
            <Td>
              <span className="flex flex-wrap gap-1.5">
                <JobBadges job={card} />
              </span>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
