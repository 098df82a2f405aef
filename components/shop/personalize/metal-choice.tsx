import { memo } from "react";
import { type ChoiceProps, onlyWordsDiffer } from "@/components/shop/personalize/choice";
import { whyClosed } from "@/components/shop/personalize/closed";
import { costSame, costWords, daysWords } from "@/components/shop/personalize/cost-words";
import { shortMoney } from "@/components/shop/short-money";
import { cx } from "@/components/ui/class-names";
import { RadioCard, RadioCards } from "@/components/ui/radio-cards";
import { finishLabel, finishLook } from "@/lib/domain/finish";
import type { AlloyView } from "@/lib/features/catalog/schema";

/** Every metal with what it would cost more or less, before it is chosen. */
export const MetalChoice = memo(function MetalChoice({
  product,
  start,
  fields,
  errors,
  costs,
  days,
}: ChoiceProps) {
  const chosen = fields.metal ?? start.metal;
  // The line is always there, so that nothing moves when another metal is chosen.
  const detailOf = (id: string) => {
    const cost = costs.metal?.[id];
    if (cost === undefined) return "Price on request";
    return (
      costWords(costs.metal, id, chosen, product.currency, days.metal) || shortMoney(cost, product.currency)
    );
  };
  return (
    <RadioCards legend="Metal" error={errors.metal} layout="grid-cols-2">
      {product.options.metals.map(({ alloy: id }) => {
        const alloy = product.alloys.find((candidate) => candidate.id === id);
        if (!alloy) return null;
        return (
          <RadioCard
            key={id}
            name="metal"
            value={id}
            data-shows={`metal-${id}`}
            defaultChecked={start.metal === id}
            swatch={<MetalSwatch alloy={alloy} />}
            label={alloy.label}
            // Room for both lines that it takes on a phone, so that nothing below moves when it needs one.
            detail={<span className="block min-h-[2.75em] tabular-nums sm:min-h-0">{detailOf(id)}</span>}
          />
        );
      })}
    </RadioCards>
  );
}, onlyWordsDiffer);

const swatches: Record<string, string> = {
  "gold yellow": "bg-metal-yellow",
  "gold rose": "bg-metal-rose",
  "gold white": "bg-metal-white",
  "platinum white": "bg-metal-platinum",
  "palladium white": "bg-metal-platinum",
};

function MetalSwatch({ alloy }: { alloy: AlloyView }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "size-5 shrink-0 rounded-full border border-line sm:size-6",
        swatches[`${alloy.metal} ${alloy.colour}`] ?? "bg-metal-silver",
      )}
    />
  );
}

export const FinishChoice = memo(function FinishChoice({
  product,
  start,
  fields,
  errors,
  costs,
  days,
  ready,
  refinished,
}: ChoiceProps & {
  /** that another metal brought another finish with it */
  refinished: string;
}) {
  const { options } = product;
  const now = fields.finish ?? start.finish;
  const all = [...new Set(options.metals.flatMap((metal) => metal.finishes))];
  if (all.length < 2) return null;
  const metal = options.metals.find((candidate) => candidate.alloy === (fields.metal ?? start.metal));
  const whyNot = (id: string) => {
    if (!ready) return undefined;
    if (metal && !metal.finishes.includes(id)) return "Not in this metal";
    return whyClosed(options, fields, "finish", id);
  };
  return (
    <RadioCards
      legend="Finish"
      // In the legend's own line, so that what is below doesn't move.
      aside={
        <>
          <span role="status" className="text-ink">
            {refinished}
          </span>
          {refinished === "" && costSame(costs.finish) && "all the same price"}
        </>
      }
      error={errors.finish ?? (now === undefined ? undefined : whyNot(now))}
      layout="grid-cols-2 sm:grid-cols-3"
    >
      {all.map((id) => (
        <RadioCard
          key={id}
          name="finish"
          value={id}
          data-shows={`finish-${id}`}
          defaultChecked={start.finish === id}
          // Without scripts every finish stays open: another metal may be chosen in the same breath. The one that is
          // chosen stays too, and is refused: no other is taken unsaid.
          disabled={id !== now && whyNot(id) !== undefined}
          label={finishLabel(id)}
          // Each always says something: what is below must not move, and no card keeps an empty line.
          detail={
            whyNot(id) ||
            (costSame(costs.finish)
              ? daysWords(days.finish, id, now)
              : costWords(costs.finish, id, now, product.currency, days.finish)) ||
            finishLook(id)
          }
        />
      ))}
    </RadioCards>
  );
}, onlyWordsDiffer);
