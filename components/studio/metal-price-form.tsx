"use client";

import { useActionState } from "react";
import { useLatest } from "@/components/studio/use-latest";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { formatMoney } from "@/lib/domain/money";
import { moneyForInput } from "@/lib/domain/money-input";
import { previewMetalPriceAction, setMetalPriceAction } from "@/lib/features/workshop/settings-actions";
import { errorAt } from "@/lib/platform/action-state";

type Props = { alloyId: string; price: number | null; currency: string };

/** First what a price would do, then the price: two buttons of one form, so that the typed amount is the same. */
export function MetalPriceForm({ alloyId, price, currency }: Props) {
  const [set, submit, setting] = useActionState(setMetalPriceAction, null);
  const [seen, look, looking] = useActionState(previewMetalPriceAction, null);
  const latest = useLatest(set, seen);
  const refused = latest && !latest.ok ? latest : null;
  const preview = latest === seen && seen?.ok ? seen.value : null;
  const typed = preview
    ? moneyForInput(preview.pricePerGramMinor, currency)
    : refused?.values.pricePerGramMinor;
  return (
    <form action={submit} key={`${price} ${typed}`} className="grid gap-3">
      <input type="hidden" name="alloyId" value={alloyId} />
      <input type="hidden" name="currency" value={currency} />
      {refused && (
        <Notice tone="danger" role="alert">
          {refused.message}
        </Notice>
      )}
      {latest?.ok && latest === set && (
        <Notice tone="positive" role="status">
          The new price counts from now on.
        </Notice>
      )}
      <TextField
        name="pricePerGramMinor"
        label="A gram"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={typed ?? (price === null ? "" : moneyForInput(price, currency))}
        error={errorAt(refused, "pricePerGramMinor")}
        required
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton
          formAction={look}
          variant="secondary"
          size="sm"
          pending={looking}
          pendingLabel="One moment…"
        >
          See what it does
        </SubmitButton>
        <SubmitButton variant="secondary" size="sm" pending={setting} pendingLabel="One moment…">
          Set
        </SubmitButton>
      </div>
      {preview && <Effects rows={preview.rows} currency={currency} />}
    </form>
  );
}

type Row = { slug: string; name: string; wasMinor: number | null; nowMinor: number; movesFrom: boolean };

function Effects({ rows, currency }: { rows: readonly Row[]; currency: string }) {
  if (rows.length === 0) return <p role="status">Nothing in the shop is made of it.</p>;
  return (
    <div role="status" className="border-line border-t pt-2">
      <p className="text-ink-faint text-xs">The simplest piece in this metal, with tax:</p>
      <ul className="max-h-64 overflow-y-auto">
        {rows.map(({ slug, name, wasMinor, nowMinor, movesFrom }) => (
          <li key={slug} className="flex justify-between gap-4">
            <span>{name}</span>
            <span className="whitespace-nowrap tabular-nums">
              {wasMinor !== null && wasMinor !== nowMinor && `${formatMoney(wasMinor, currency)} → `}
              {formatMoney(nowMinor, currency)}
              {movesFrom && " · “from”"}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
