import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { dayWords } from "@/lib/domain/day-words";
import type { WaitingProposals } from "@/lib/features/proposals/schema";
import { studioRoutes } from "@/lib/platform/studio-routes";

const MOST = 12;

const whatWords = {
  SEND: "send the proof",
  COMMENTED: "answer the comment",
  ASKED: "a change is asked for",
} as const;

/** What waits for us first, then what waits for the customer; the longest wait on top. */
export function WaitingList({ waiting: { forUs, forCustomer } }: { waiting: WaitingProposals }) {
  return (
    <div className="grid gap-4">
      {forUs.length > 0 && (
        <List title={`For us (${forUs.length})`}>
          {forUs.slice(0, MOST).map(({ jobNumber, productName, what }) => (
            <Row key={`${jobNumber} ${what}`} jobNumber={jobNumber} productName={productName}>
              <Badge tone={what === "SEND" ? "accent" : "warning"}>{whatWords[what]}</Badge>
            </Row>
          ))}
        </List>
      )}
      {forCustomer.length > 0 && (
        <List title={`For the customer (${forCustomer.length})`}>
          {forCustomer.slice(0, MOST).map(({ jobNumber, productName, kind, since, reminded }) => (
            <Row key={jobNumber} jobNumber={jobNumber} productName={productName}>
              <span className="whitespace-nowrap text-ink-faint text-xs">
                {kind === "PROOF" ? "proof" : "change"}, {dayWords(since.slice(0, 10))}
              </span>
              {reminded && <Badge tone="warning">reminded</Badge>}
            </Row>
          ))}
        </List>
      )}
    </div>
  );
}

function List({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1 text-ink-soft">{title}</h3>
      <ul className="divide-y divide-line">{children}</ul>
    </div>
  );
}

function Row({
  jobNumber,
  productName,
  children,
}: {
  jobNumber: string;
  productName: string;
  children: ReactNode;
}) {
  return (
    <li>
      <TextLink
        href={studioRoutes.job(jobNumber)}
        className="flex min-h-11 items-center justify-between gap-3 decoration-transparent"
      >
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="whitespace-nowrap font-medium tabular-nums">{jobNumber}</span>
          <span className="truncate text-ink-soft">{productName}</span>
        </span>
        <span className="flex items-center gap-2">{children}</span>
      </TextLink>
    </li>
  );
}
