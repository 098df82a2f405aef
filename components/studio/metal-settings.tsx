import { ActionForm, FormButton, FormText } from "@/components/studio/action-form";
import { Moment } from "@/components/studio/moment";
import { MoreOptions } from "@/components/studio/more-options";
import { PageHead, Panel } from "@/components/studio/page-head";
import { formatMoney } from "@/lib/domain/money";
import { moneyForInput } from "@/lib/domain/money-input";
import type { WorkshopView } from "@/lib/features/workshop/schema";
import { setMetalPriceAction } from "@/lib/features/workshop/settings-actions";

type Price = { pricePerGramMinor: number; validFrom: string; byName: string | null };
type Alloy = { alloyId: string; label: string; prices: readonly Price[] };
type Props = { alloys: readonly Alloy[]; workshop: WorkshopView };

/** A new price counts from now on; what was quoted and ordered keeps its own. */
export function MetalSettings({ alloys, workshop }: Props) {
  return (
    <>
      <PageHead
        title="Metal prices"
        lead={`A gram, in ${workshop.currency}, before tax. Every price in the shop follows.`}
      />
      <div className="grid max-w-6xl items-start gap-4 sm:grid-cols-2 xl:grid-cols-3">
        {alloys.map((alloy) => (
          <Panel key={alloy.alloyId} title={alloy.label}>
            <PriceForm alloy={alloy} currency={workshop.currency} />
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

function PriceForm({ alloy, currency }: { alloy: Alloy; currency: string }) {
  const price = alloy.prices[0]?.pricePerGramMinor;
  return (
    <ActionForm
      action={setMetalPriceAction}
      version={price ?? "none"}
      fields={{ alloyId: alloy.alloyId, currency }}
      done="The new price counts from now on."
      className="grid gap-3"
    >
      <div className="flex items-end gap-3">
        <FormText
          name="pricePerGramMinor"
          label="A gram"
          inputMode="decimal"
          defaultValue={price === undefined ? "" : moneyForInput(price, currency)}
          fieldClassName="grow"
          required
        />
        <FormButton variant="secondary">Set</FormButton>
      </div>
    </ActionForm>
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
