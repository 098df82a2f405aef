import { ActionForm, FormButton, FormErrors, FormText } from "@/components/studio/action-form";
import { MoreOptions } from "@/components/studio/more-options";
import { PageHead, Panel } from "@/components/studio/page-head";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { formatMoney } from "@/lib/domain/money";
import { moneyForInput } from "@/lib/domain/money-input";
import type { ShippingMethodView, StudioShippingMethod } from "@/lib/features/workshop/schema";
import { saveShippingMethodAction } from "@/lib/features/workshop/settings-actions";

type Props = { methods: readonly StudioShippingMethod[]; currency: string };

export function DeliverySettings({ methods, currency }: Props) {
  return (
    <>
      <PageHead title="Delivery" lead="How parcels leave, where to, and how long they take." />
      <div className="grid max-w-4xl gap-4">
        {methods.map((method) => (
          <Panel
            key={method.id}
            title={method.label}
            aside={method.active ? method.carrier : <Badge>switched off</Badge>}
          >
            <p className="mb-2 text-ink-soft">
              {formatMoney(method.priceMinor, currency)} · {daysWords(method)} · {method.countries.join(", ")}
            </p>
            <MoreOptions label="Change">
              <MethodForm method={method} currency={currency} />
            </MoreOptions>
          </Panel>
        ))}
        <Panel>
          <MoreOptions label="Add a way of delivery" look="secondary">
            <MethodForm method={null} currency={currency} />
          </MoreOptions>
        </Panel>
      </div>
    </>
  );
}

function daysWords({ typicalDays, slowDays }: ShippingMethodView): string {
  const typical = typicalDays === 1 ? "1 working day" : `${typicalDays} working days`;
  return slowDays > typicalDays ? `${typical}, 9 in 10 within ${slowDays}` : typical;
}

function MethodForm({ method, currency }: { method: StudioShippingMethod | null; currency: string }) {
  return (
    <ActionForm
      action={saveShippingMethodAction}
      version={JSON.stringify(method)}
      fields={method ? { id: method.id, version: method.version, currency } : { version: 0, currency }}
      done="Saved."
      className="grid gap-4"
    >
      {!method && (
        <FormText
          name="id"
          label="Short name"
          hint="Lower-case letters, digits and dashes; it stays for good."
          maxLength={60}
          required
        />
      )}
      <FormText name="label" label="What the shopper reads" defaultValue={method?.label} required />
      <FormText name="carrier" label="Carrier" defaultValue={method?.carrier} required />
      <FormText
        name="countries"
        label="Countries"
        hint="Two-letter codes, such as GB, IE. A star means everywhere that no other way names."
        defaultValue={method?.countries.join(", ")}
        required
      />
      <FormErrors prefix="countries." />
      <FormText
        name="priceMinor"
        label={`Price, in ${currency}`}
        inputMode="decimal"
        defaultValue={method ? moneyForInput(method.priceMinor, currency) : ""}
        required
      />
      <div className="grid grid-cols-2 gap-4">
        <FormText
          name="typicalDays"
          label="Typical days"
          inputMode="numeric"
          defaultValue={method?.typicalDays}
          required
        />
        <FormText
          name="slowDays"
          label="9 in 10 within"
          inputMode="numeric"
          defaultValue={method?.slowDays}
          required
        />
      </div>
      <FormText
        name="trackingUrl"
        label="Tracking page"
        hint="With {number} where the tracking number goes."
        type="url"
        defaultValue={method?.trackingUrl ?? ""}
        optional
      />
      <Checkbox name="active" defaultChecked={method?.active ?? true} label="Offered in the shop" />
      <FormButton size="sm">Save</FormButton>
    </ActionForm>
  );
}
