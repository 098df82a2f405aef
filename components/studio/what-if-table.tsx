import { Due } from "@/components/studio/badges";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/notice";
import { Table, Td, Th } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { dayWords } from "@/lib/domain/day-words";
import { counted } from "@/lib/domain/sentence";
import type { Verdict } from "@/lib/domain/what-if-effect";
import type { EffectRow } from "@/lib/features/what-if/schema";
import { studioRoutes } from "@/lib/platform/studio-routes";

const verdicts: Record<Verdict, { tone: Tone; label: string }> = {
  BREAKS: { tone: "danger", label: "breaks" },
  RISKIER: { tone: "warning", label: "riskier" },
  MOVES: { tone: "neutral", label: "moves" },
  SAVED: { tone: "positive", label: "saved" },
  SAFER: { tone: "positive", label: "safer" },
};

/** Whoever would have to be told stands first. */
export function WhatIfTable({ rows, today }: { rows: readonly EffectRow[]; today: string }) {
  return (
    <Table caption="What would become of each promise, the worst first" className="min-w-[44rem]">
      <thead>
        <tr>
          <Th>Due</Th>
          <Th>Piece</Th>
          <Th>Chance of keeping it</Th>
          <Th>Leaves</Th>
          <Th>So it</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.jobId} className="hover:bg-paper-sunk">
            <Td>
              <Due on={row.dueOn} today={today} brief />
            </Td>
            <Td>
              <TextLink
                href={studioRoutes.job(row.number)}
                className="-my-2.5 inline-flex min-h-11 items-center gap-2 decoration-transparent"
              >
                <span className="whitespace-nowrap font-semibold tabular-nums">{row.number}</span>
                <span className="font-medium">{row.productName}</span>
              </TextLink>
              <p className="text-ink-soft text-xs">for {row.customer}</p>
            </Td>
            <Td className="whitespace-nowrap tabular-nums">
              {percent(row.chance.before)} <span aria-hidden="true">→</span>
              <span className="sr-only">becomes</span> <b>{percent(row.chance.after)}</b>
            </Td>
            <Td className="tabular-nums">
              {row.ready.after ? dayWords(row.ready.after) : "never"}
              <p className="whitespace-nowrap text-ink-soft text-xs">{movedWords(row)}</p>
            </Td>
            <Td>
              <Badge tone={verdicts[row.verdict].tone}>{verdicts[row.verdict].label}</Badge>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Never more certain than we are. */
function percent(chance: number): string {
  if (chance > 0.99) return "over 99 %";
  return chance < 0.01 ? "under 1 %" : `${Math.round(chance * 100)} %`;
}

function movedWords({ days, ready }: EffectRow): string {
  if (days === null) return ready.before ? `now ${dayWords(ready.before)}` : "no day now";
  if (days === 0) return "the same day";
  return `${counted(Math.abs(days), "day")} ${days > 0 ? "later" : "earlier"}`;
}
