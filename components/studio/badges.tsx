import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/notice";
import { dayWords } from "@/lib/domain/day-words";
import type { OrderStatus } from "@/lib/domain/order";
import type { Risk } from "@/lib/domain/promise-forecast";
import type { JobCard } from "@/lib/features/workshop/views";

const risks: Record<Risk, { tone: Tone; label: string } | null> = {
  LATE: { tone: "danger", label: "late" },
  WILL_BE_LATE: { tone: "danger", label: "will be late" },
  AT_RISK: { tone: "warning", label: "at risk" },
  UNKNOWN: { tone: "warning", label: "no date yet" },
  ON_TRACK: null,
};

export function RiskBadge({ risk }: { risk: Risk }) {
  const words = risks[risk];
  return words && <Badge tone={words.tone}>{words.label}</Badge>;
}

/** Whatever somebody at the bench must know before touching the piece. */
export function JobBadges({
  job,
}: {
  job: Pick<JobCard, "forecast" | "status" | "rush" | "gift" | "stage">;
}) {
  return (
    <>
      <RiskBadge risk={job.forecast.risk} />
      {job.status === "ON_HOLD" && <Badge tone="warning">on hold</Badge>}
      {job.status === "READY" && <Badge tone="positive">ready</Badge>}
      {job.status === "SHIPPED" && <Badge>shipped</Badge>}
      {job.status === "CANCELLED" && <Badge>cancelled</Badge>}
      {job.rush && <Badge tone="accent">rush</Badge>}
      {job.stage && job.stage.round > 1 && <Badge tone="warning">again, round {job.stage.round}</Badge>}
      {job.gift && <Badge>gift</Badge>}
    </>
  );
}

/** `brief`: how far away it is, only where it is near or past. */
export function Due({ on, today, brief = false }: { on: string; today: string; brief?: boolean }) {
  const days = (Date.parse(on) - Date.parse(today)) / 86_400_000;
  return (
    <time dateTime={on} className={days < 0 ? "text-danger" : days <= 2 ? "text-warning" : ""}>
      <span className="whitespace-nowrap font-medium tabular-nums">{dayWords(on)}</span>
      {(!brief || days <= 2) && <span className="whitespace-nowrap">{dueWords(days)}</span>}
    </time>
  );
}

function dueWords(days: number): string {
  if (days === 0) return ", today";
  if (days === 1) return ", tomorrow";
  if (days === -1) return ", yesterday";
  if (days < 0) return `, ${-days} days ago`;
  return days <= 14 ? `, in ${days} days` : "";
}

const orderWords: Record<OrderStatus, { tone: Tone; label: string }> = {
  AWAITING_PAYMENT: { tone: "neutral", label: "in checkout" },
  PAYMENT_PENDING: { tone: "warning", label: "payment on its way" },
  PAID: { tone: "accent", label: "in the making" },
  SHIPPED: { tone: "positive", label: "shipped" },
  EXPIRED: { tone: "neutral", label: "not paid" },
  CANCELLED: { tone: "neutral", label: "cancelled" },
};

export function OrderBadge({ status }: { status: OrderStatus }) {
  const { tone, label } = orderWords[status];
  return <Badge tone={tone}>{label}</Badge>;
}
