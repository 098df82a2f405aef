import { formatMoney } from "@/lib/domain/money";
import type { PriceLine } from "@/lib/domain/price";

/** What a price is made of: the lines sum to the total, to the penny. */
export function PriceLines({
  lines,
  totalMinor,
  currency,
  totalLabel = "Together",
}: {
  lines: readonly PriceLine[];
  totalMinor: number;
  currency: string;
  totalLabel?: string;
}) {
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">What the price is made of</caption>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.kind} ${line.label}`} className="border-line border-b">
            <th scope="row" className="py-2 pe-4 text-start font-normal text-ink-soft">
              {line.label}
            </th>
            <td className="whitespace-nowrap py-2 text-end tabular-nums">
              {formatMoney(line.amountMinor, currency)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="py-2.5 pe-4 text-start font-semibold">
            {totalLabel}
          </th>
          <td className="whitespace-nowrap py-2.5 text-end font-semibold tabular-nums">
            {formatMoney(totalMinor, currency)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
