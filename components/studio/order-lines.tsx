import type { Route } from "next";
import { SpecWords } from "@/components/studio/job-spec";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { formatMoney } from "@/lib/domain/money";
import type { StudioOrder } from "@/lib/features/workshop/views";
import { studioRoutes } from "@/lib/platform/studio-routes";

export function OrderLines({ order }: { order: StudioOrder }) {
  return (
    <ul className="divide-y divide-line">
      {order.lines.map((line) => (
        <li key={line.lineId} className="py-3 first:pt-0">
          <div className="mb-2 flex items-baseline justify-between gap-4">
            <p className="font-medium">
              {line.quantity > 1 && `${line.quantity} × `}
              {line.productName} {line.gift && <Badge>gift</Badge>}{" "}
              {line.returnable && <Badge tone="accent">returnable</Badge>}{" "}
              {line.proof && <Badge>with a proof</Badge>}{" "}
              {line.version > 1 && <Badge tone="warning">version {line.version}</Badge>}
            </p>
            <p className="whitespace-nowrap tabular-nums">{formatMoney(line.totalMinor, order.currency)}</p>
          </div>
          <SpecWords spec={line.spec} />
          {line.pieces.length > 0 && (
            <ul className="mt-2 flex flex-wrap gap-x-5">
              {line.pieces.map((number) => (
                <li key={number}>
                  <TextLink href={`${studioRoutes.job(number)}#proposals` as Route} className="touch-line">
                    Change {number}
                  </TextLink>
                </li>
              ))}
            </ul>
          )}
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
    ...(order.discount
      ? [[order.discount.label, `−${money(order.discount.amountMinor)}`] satisfies [string, string]]
      : []),
    ["Total", money(order.totalMinor)],
    ["Of which tax", money(order.taxMinor)],
    ...(order.giftCardMinor > 0
      ? ([
          ["By gift card", money(order.giftCardMinor)],
          ["By card", money(order.totalMinor - order.giftCardMinor)],
        ] satisfies [string, string][])
      : []),
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
