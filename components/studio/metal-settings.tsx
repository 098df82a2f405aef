import { MetalPriceChart } from "@/components/studio/metal-price-chart";
import { MetalPriceForm } from "@/components/studio/metal-price-form";
import { Moment } from "@/components/studio/moment";
import { MoreOptions } from "@/components/studio/more-options";
import { PageHead, Panel } from "@/components/studio/page-head";
import { formatMoney } from "@/lib/domain/money";
import { counted } from "@/lib/domain/sentence";
import type { WorkshopView } from "@/lib/features/workshop/schema";

type Price = { pricePerGramMinor: number; validFrom: string; byName: string | null };
type Alloy = { alloyId: string; label: string; prices: readonly Price[] };
type Props = { alloys: readonly Alloy[]; workshop: WorkshopView };

/** A new price counts from now on; what was quoted and ordered keeps its own. */
export function MetalSettings({ alloys, workshop }: Props) {
  return (
    <>
      <PageHead
        title="Metal prices"
        lead={`A gram, in ${workshop.currency}, before tax. Every price in the shop follows; what lies in a bag keeps its own for ${hoursWords(workshop.quoteHours)}.`}
      />
      <div className="grid max-w-6xl items-start gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {alloys.map((alloy) => (
          <Panel key={alloy.alloyId} title={alloy.label}>
            <MetalPriceChart prices={alloy.prices} currency={workshop.currency} />
            <MetalPriceForm
              alloyId={alloy.alloyId}
              price={alloy.prices[0]?.pricePerGramMinor ?? null}
              currency={workshop.currency}
            />
            {alloy.prices.length > 0 && (
              <MoreOptions label="History">
                <History alloy={alloy} workshop={workshop} />
              </MoreOptions>
            )}
          </Panel>
        ))}
      </div>
    </>
  );
}

function History({ alloy, workshop }: { alloy: Alloy; workshop: WorkshopView }) {
  return (
    <ul className="grid gap-1">
      {alloy.prices.map((price) => (
        <li key={price.validFrom} className="flex justify-between gap-4">
          <span className="tabular-nums">{formatMoney(price.pricePerGramMinor, workshop.currency)}</span>
          <span className="text-ink-faint text-xs">
            {price.byName && `${price.byName}, `}
            <Moment at={price.validFrom} timeZone={workshop.timeZone} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function hoursWords(hours: number): string {
  return hours % 24 === 0 ? counted(hours / 24, "day") : counted(hours, "hour");
}
