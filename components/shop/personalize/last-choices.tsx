import type { ChoiceProps } from "@/components/shop/personalize/choice";
import { Checkbox } from "@/components/ui/checkbox";
import { RadioCard, RadioCards } from "@/components/ui/radio-cards";
import { TextareaField, TextField } from "@/components/ui/text-field";
import { activeRules, forbiddenBecause } from "@/lib/domain/option-rules";

export function MotifChoice({ product: { options }, start, fields, errors, ready }: ChoiceProps) {
  if (options.motifs.length === 0) return null;
  const whyNot = (id: string) =>
    forbiddenBecause(
      activeRules(options, { metal: fields.metal, finish: fields.finish, motif: id }),
      "motif",
      id,
    );
  return (
    <RadioCards legend="Motif" error={errors.motif} layout="grid-cols-2 sm:grid-cols-3">
      {!options.motifRequired && (
        <RadioCard name="motif" value="" defaultChecked={!start.motif} label="None" />
      )}
      {options.motifs.map(({ id, label }) => (
        <RadioCard
          key={id}
          name="motif"
          value={id}
          defaultChecked={start.motif === id}
          disabled={ready && whyNot(id) !== undefined}
          label={label}
        />
      ))}
    </RadioCards>
  );
}

/** The message opens with its box by a rule of CSS: no script is needed to write one. */
export function QuantityAndGift({
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
        defaultChecked={start.gift === "on"}
        label="It’s a gift"
        detail="No price in the parcel, and a card with your words."
      />
      <div className="hidden group-has-[input[name=gift]:checked]/gift:block">
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
}
