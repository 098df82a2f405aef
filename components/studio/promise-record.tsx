import type { ComponentProps } from "react";
import { Nothing, PageHead, Panel } from "@/components/studio/page-head";
import { ReliabilityChart } from "@/components/studio/reliability-chart";
import { WrongPlans } from "@/components/studio/wrong-plans";
import { LinkButton } from "@/components/ui/link-button";
import { Table, Td, Th } from "@/components/ui/table";
import { monthWords } from "@/lib/domain/day-words";
import type { Named, Share } from "@/lib/domain/promise-score";
import type { PromiseRecord, StageScore } from "@/lib/features/promises/schema";
import { studioRoutes } from "@/lib/platform/studio-routes";

type Props = {
  record: PromiseRecord;
  /** to a form that was sent without scripts */
  answer: ComponentProps<typeof WrongPlans>["answer"];
};

export function PromiseRecordView({ record, answer }: Props) {
  const { kept, byMonth, byProduct, byStage, reliability, wrongPlans, isOwner } = record;
  if (kept.of === 0)
    return (
      <>
        <PageHead title="Promises">
          <WhatIfLink />
        </PageHead>
        <Nothing>Nothing has left yet. Every promise is judged here when its parcel leaves.</Nothing>
      </>
    );
  return (
    <>
      <PageHead
        title="Promises"
        lead={`Of ${kept.of} promises in a year, ${kept.kept} were kept: ${percent(kept)}. The aim is nine in ten.`}
      >
        <WhatIfLink />
      </PageHead>
      <div className="grid gap-5 lg:grid-cols-2">
        <Panel title="Is nine in ten nine in ten?">
          <ReliabilityChart points={reliability} />
        </Panel>
        <WrongPlans plans={wrongPlans} isOwner={isOwner} answer={answer} />
        <Panel title="By month">
          <ShareTable
            caption="Promises kept, by the month in which they were made"
            of="Month"
            rows={byMonth}
            nameOf={monthWords}
          />
        </Panel>
        <Panel title="By kind of work">
          <StageTable rows={byStage} />
        </Panel>
        <Panel title="By design">
          <ShareTable caption="Promises kept, by design" of="Design" rows={byProduct} />
        </Panel>
      </div>
    </>
  );
}

function WhatIfLink() {
  return (
    <LinkButton href={studioRoutes.whatIf} variant="secondary" size="sm">
      What if…
    </LinkButton>
  );
}

function ShareTable({
  caption,
  of,
  rows,
  nameOf = (name) => name,
}: {
  caption: string;
  of: string;
  rows: readonly Named<Share>[];
  nameOf?: (name: string) => string;
}) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{of}</Th>
          <Th>Kept</Th>
          <Th>Of</Th>
          <Th>Share</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, kept, of }) => (
          <tr key={name}>
            <Td>{nameOf(name)}</Td>
            <Td className="tabular-nums">{kept}</Td>
            <Td className="tabular-nums">{of}</Td>
            <Td className="tabular-nums">
              <span className="flex items-center gap-3">
                <span aria-hidden="true" className="h-2 w-24 rounded-full bg-paper-sunk">
                  <span
                    className="block h-2 rounded-full bg-accent"
                    style={{ width: `${(kept / of) * 100}%` }}
                  />
                </span>
                {percent({ kept, of })}
              </span>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function StageTable({ rows }: { rows: readonly StageScore[] }) {
  return (
    <>
      <Table caption="How kinds of work kept to their plan, and what they cost promises">
        <thead>
          <tr>
            <Th>Work</Th>
            <Th>Within its bad day</Th>
            <Th>Of</Th>
            <Th>Broken by it</Th>
            <Th>By waiting for it</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <Td>{row.name}</Td>
              <Td className="tabular-nums">{percent(row)}</Td>
              <Td className="tabular-nums">{row.of}</Td>
              <Td className="tabular-nums">{row.overran || "–"}</Td>
              <Td className="tabular-nums">{row.waited || "–"}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="mt-3 text-ink-soft text-sm">
        A bad day is the plan’s own; nine in ten should be within it. Of each broken promise one thing is
        blamed: the work that took longer than usual, or the wait before it, that cost it most days.
      </p>
    </>
  );
}

function percent({ kept, of }: Share): string {
  return `${Math.round((kept / of) * 100)} %`;
}
