import { SpecWords } from "@/components/studio/job-spec";
import { Badge } from "@/components/ui/badge";
import { formatMoney } from "@/lib/domain/money";
import type { StudioOrder } from "@/lib/features/workshop/views";

export function OrderLines({ order }: { order: StudioOrder }) {
  return (
    <ul className="divide-y divide-line">
      {order.lines.map((line) => (
        <li key={line.lineId} className="py-3 first:pt-0">
          <div className="mb-2 flex items-baseline justify-between gap-4">
            <p className="font-medium">
              {line.quantity > 1 && `${line.quantity} × `}
              {line.productName} {line.gift && <Badge>gift</Badge>}{" "}
              {line.returnable && <Badge tone="accent">returnable</Badge>}
            </p>
            <p className="whitespace-nowrap tabular-nums">{formatMoney(line.totalMinor, order.currency)}</p>
          </div>
          <SpecWords spec={line.spec} />
          {!line.returnable && line.personalBecause && (
            <p className="mt-2 text-ink-soft text-sm">Not returnable: {line.personalBecause}.</p>
          )}
          {line.giftMessage && <p className="mt-2">Message: “{line.giftMessage}”</p>}
        </li>
      ))}
    </ul>
  );
}

export function OrderTotals({ order }: { order: StudioOrder }) {
  const money = (minor: number) => formatMoney(minor, order.currency);
  const rows: [string, string][] = [
    ["Pieces", money(order.subtotalMinor)],
    [order.shippingLabel, money(order.shippingMinor)],
    ["Total", money(order.totalMinor)],
    ["Of which tax", money(order.taxMinor)],
    ...(order.refundedMinor > 0 ? [["Refunded", money(order.refundedMinor)] satisfies [string, string]] : []),
  ];
  return (
    <dl className="mt-2 grid grid-cols-[1fr_auto] gap-x-6 gap-y-1 border-line border-t pt-3">
      {rows.map(([label, amount]) => (
        <div key={label} className="contents">
          <dt className={label === "Total" ? "font-medium" : "text-ink-soft"}>{label}</dt>
          <dd className={label === "Total" ? "font-medium tabular-nums" : "text-end tabular-nums"}>
            {amount}
          </dd>
        </div>
      ))}
    </dl>
  );
}
