import { memo } from "react";
import { type ChoiceProps, onlyWordsDiffer } from "@/components/shop/personalize/choice";
import { whyClosed } from "@/components/shop/personalize/closed";
import { costSame, costWords, daysWords } from "@/components/shop/personalize/cost-words";
import { Checkbox } from "@/components/ui/checkbox";
import { RadioCard, RadioCards } from "@/components/ui/radio-cards";
import { TextareaField, TextField } from "@/components/ui/text-field";

export const MotifChoice = memo(function MotifChoice({
  product,
  start,
  fields,
  errors,
  costs,
  days,
  ready,
}: ChoiceProps) {
  const { options } = product;
  if (options.motifs.length === 0) return null;
  const whyNot = (id: string) => (ready && id !== "" ? whyClosed(options, fields, "motif", id) : undefined);
  const same = costSame(costs.motif);
  // The chosen one keeps its line: what is below must not move.
  const now = fields.motif ?? start.motif ?? "";
  const costOf = (id: string) =>
    same
      ? days.motif && (daysWords(days.motif, id, now) || "\u00a0")
      : costWords(costs.motif, id, now, product.currency, days.motif) || "\u00a0";
  return (
    <RadioCards
      legend="Motif"
      aside={same ? "all the same price" : undefined}
      error={errors.motif ?? whyNot(now)}
      layout="grid-cols-2 sm:grid-cols-3"
    >
      {!options.motifRequired && (
        <RadioCard name="motif" value="" defaultChecked={!start.motif} label="None" detail={costOf("")} />
      )}
      {options.motifs.map(({ id, label }) => (
        <RadioCard
          key={id}
          name="motif"
          value={id}
          defaultChecked={start.motif === id}
          // The one that is chosen stays, and is refused: it is not left out unsaid.
          disabled={id !== now && whyNot(id) !== undefined}
          label={label}
          detail={whyNot(id) || costOf(id)}
        />
      ))}
    </RadioCards>
  );
}, onlyWordsDiffer);

/** The message opens with its box by a rule of CSS: no script is needed to write one. */
export const QuantityAndGift = memo(function QuantityAndGift({
  start,
  errors,
  maxMessage,
}: Pick<ChoiceProps, "start" | "errors"> & { maxMessage: number }) {
  return (
    <div className="group/gift grid gap-2">
      <TextField
        name="quantity"
        type="number"
        inputMode="numeric"
        min={1}
        max={20}
        step={1}
        defaultValue={start.quantity ?? "1"}
        label="How many"
        hint="All alike. To engrave each differently, add them one by one."
        error={errors.quantity}
        className="max-w-28 tabular-nums"
      />
      <Checkbox
        name="gift"
        value="on"
        data-shows="gift"
        defaultChecked={start.gift === "on"}
        label="It’s a gift"
        detail="No price in the parcel, and a card with your words."
      />
      <div className="hidden group-has-[[data-shows=gift]:checked]/gift:block">
        <TextareaField
          name="giftMessage"
          label="Words for the card"
          optional
          rows={3}
          maxLength={maxMessage}
          defaultValue={start.giftMessage ?? ""}
          error={errors.giftMessage}
        />
      </div>
    </div>
  );
}, onlyWordsDiffer);
