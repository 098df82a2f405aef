import { ActionForm, FormButton, FormSelect, FormText } from "@/components/studio/action-form";
import { MoreOptions } from "@/components/studio/more-options";
import { Nothing, PageHead, Panel } from "@/components/studio/page-head";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { dayWords } from "@/lib/domain/day-words";
import { describeDiscount } from "@/lib/domain/discount";
import { formatMoney } from "@/lib/domain/money";
import { moneyForInput } from "@/lib/domain/money-input";
import { counted } from "@/lib/domain/sentence";
import { pauseDiscountAction, saveDiscountAction } from "@/lib/features/discounts/actions";
import type { DiscountList, DiscountView } from "@/lib/features/discounts/schema";

/** Codes that take something off: what each does, how often it was used, and a way to stop it at once. */
export function DiscountSettings({ codes, products, currency }: DiscountList) {
  return (
    <>
      <PageHead
        title="Discount codes"
        lead="Taken off the pieces at checkout, never off delivery. A code is not a struck-through price: no page shows a former one."
      />
      <div className="grid max-w-4xl gap-4">
        {codes.length === 0 && <Nothing>There are no codes yet.</Nothing>}
        {codes.map((code) => (
          <Panel
            key={code.id}
            title={code.code}
            aside={code.paused ? <Badge>paused</Badge> : usedWords(code)}
          >
            <p className="mb-2 text-ink-soft">{describe(code, currency)}</p>
            <p className="mb-3 text-ink-soft">
              {usedWords(code)}; {formatMoney(code.givenMinor, currency)} taken off paid orders.
            </p>
            <div className="flex flex-wrap gap-3">
              <MoreOptions label="Change">
                <CodeForm code={code} products={products} currency={currency} />
              </MoreOptions>
              <ActionForm
                action={pauseDiscountAction}
                fields={{ id: code.id, version: code.version, paused: code.paused ? "no" : "yes" }}
              >
                <FormButton size="sm" variant="quiet">
                  {code.paused ? "Let it count again" : "Pause"}
                </FormButton>
              </ActionForm>
            </div>
          </Panel>
        ))}
        <Panel>
          <MoreOptions label="Add a code" look="secondary">
            <CodeForm code={null} products={products} currency={currency} />
          </MoreOptions>
        </Panel>
      </div>
    </>
  );
}

function usedWords({ uses, maxUses }: DiscountView): string {
  const used = uses === 0 ? "Not used yet" : `Used ${counted(uses, "time")}`;
  return maxUses === null ? used : `${used} of ${maxUses}`;
}

function describe(code: DiscountView, currency: string): string {
  const { fromDay, untilDay, minimumMinor, maxUsesPerEmail, productIds } = code;
  return [
    describeDiscount(code, currency),
    ...(fromDay ? [`from ${dayWords(fromDay)}`] : []),
    ...(untilDay ? [`until ${dayWords(untilDay)}`] : []),
    ...(minimumMinor > 0 ? [`from ${formatMoney(minimumMinor, currency)} on`] : []),
    ...(maxUsesPerEmail ? [`${counted(maxUsesPerEmail, "time")} a person`] : []),
    ...(productIds.length > 0 ? [`for ${counted(productIds.length, "design")}`] : []),
  ].join(" · ");
}

type FormProps = { code: DiscountView | null; products: DiscountList["products"]; currency: string };

function CodeForm({ code, products, currency }: FormProps) {
  const value =
    code && (code.kind === "PERCENT" ? String(code.value / 100) : moneyForInput(code.value, currency));
  return (
    <ActionForm
      action={saveDiscountAction}
      version={JSON.stringify(code)}
      fields={{ id: code?.id ?? "", version: code?.version ?? 0, currency }}
      done="Saved."
      className="grid gap-4"
    >
      <FormText
        name="code"
        label="Code"
        hint="What the shopper types. Letters, digits and dashes; case doesn’t matter."
        defaultValue={code?.code}
        maxLength={30}
        autoComplete="off"
        required
      />
      <div className="grid grid-cols-2 items-end gap-4">
        <FormSelect name="kind" label="Takes off" defaultValue={code?.kind ?? "PERCENT"}>
          <option value="PERCENT">per cent</option>
          <option value="AMOUNT">{`an amount in ${currency}`}</option>
        </FormSelect>
        <FormText
          name="value"
          label="How much"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={value ?? ""}
          required
        />
      </div>
      <div className="grid grid-cols-2 gap-4">
        <FormText name="fromDay" type="date" label="First day" defaultValue={code?.fromDay ?? ""} optional />
        <FormText name="untilDay" type="date" label="Last day" defaultValue={code?.untilDay ?? ""} optional />
      </div>
      <FormText
        name="minimumMinor"
        label="From how much on"
        hint="Of the pieces that it counts for, before delivery."
        inputMode="decimal"
        autoComplete="off"
        defaultValue={code && code.minimumMinor > 0 ? moneyForInput(code.minimumMinor, currency) : ""}
        optional
      />
      <div className="grid grid-cols-2 gap-4">
        <FormText
          name="maxUses"
          label="Uses in all"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={code?.maxUses ?? ""}
          optional
        />
        <FormText
          name="maxUsesPerEmail"
          label="Uses a person"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={code?.maxUsesPerEmail ?? ""}
          optional
        />
      </div>
      <MoreOptions label="Only for certain designs">
        <fieldset className="max-h-64 overflow-y-auto" aria-label="Designs">
          {products.map(({ id, name }) => (
            <Checkbox
              key={id}
              name="productIds"
              value={id}
              label={name}
              defaultChecked={code?.productIds.includes(id) ?? false}
            />
          ))}
        </fieldset>
      </MoreOptions>
      <FormButton size="sm">Save</FormButton>
    </ActionForm>
  );
}
