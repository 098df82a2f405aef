import { formatMoney } from "@/lib/domain/money";

type Price = { pricePerGramMinor: number; validFrom: string };

const WIDTH = 240;
const HEIGHT = 48;
const PAD = 4;

/** A year of a metal's price as steps, because a price holds until the next one is set. Newest first, as given. */
export function MetalPriceChart({ prices, currency }: { prices: readonly Price[]; currency: string }) {
  const first = prices.at(-1);
  const last = prices[0];
  if (!first || !last || prices.length < 2) return null;
  const oldToNew = [...prices].reverse().map(({ pricePerGramMinor, validFrom }) => ({
    price: pricePerGramMinor,
    at: Date.parse(validFrom),
  }));
  const amounts = oldToNew.map(({ price }) => price);
  const low = Math.min(...amounts);
  const high = Math.max(...amounts);
  const from = Date.parse(first.validFrom);
  const span = Math.max(1, Date.parse(last.validFrom) - from);
  const x = (at: number) => round(PAD + ((at - from) / span) * (WIDTH - 2 * PAD));
  const y = (price: number) =>
    round(HEIGHT - PAD - ((price - low) / Math.max(1, high - low)) * (HEIGHT - 2 * PAD));
  const path = oldToNew
    .map(({ at, price }, index) => (index === 0 ? `M${x(at)} ${y(price)}` : `H${x(at)}V${y(price)}`))
    .join("");
  const change = Math.round(
    ((last.pricePerGramMinor - first.pricePerGramMinor) / first.pricePerGramMinor) * 100,
  );
  const words = `From ${formatMoney(first.pricePerGramMinor, currency)} to ${formatMoney(last.pricePerGramMinor, currency)} since ${dayOf(first.validFrom)}, ${change >= 0 ? "+" : "−"}${Math.abs(change)}%`;
  return (
    <figure className="mb-3">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={words}
        className="h-12 w-full text-accent"
      >
        <path
          d={path}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.5}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <figcaption className="text-ink-faint text-xs">{words}</figcaption>
    </figure>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function dayOf(iso: string): string {
  const format = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
  return format.format(new Date(iso));
}
