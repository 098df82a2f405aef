import type { ChoiceProps } from "@/components/shop/personalize/choice";
import { shortMoney } from "@/components/shop/short-money";
import { cx } from "@/components/ui/class-names";
import { RadioCard, RadioCards } from "@/components/ui/radio-cards";
import { finishLabel } from "@/lib/domain/finish";
import { activeRules, forbiddenBecause } from "@/lib/domain/option-rules";
import type { AlloyView, OfferView } from "@/lib/features/catalog/schema";

/** Every metal with what it would cost more or less, before it is chosen. */
export function MetalChoice({
  product,
  start,
  fields,
  errors,
  metals,
}: ChoiceProps & { metals: OfferView["metals"] }) {
  const chosen = fields.metal ?? start.metal;
  const costOf = (id: string | undefined) => metals.find((metal) => metal.id === id)?.totalMinor;
  const base = costOf(chosen);
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
            defaultChecked={start.metal === id}
            swatch={<MetalSwatch alloy={alloy} />}
            label={alloy.label}
            detail={<Difference cost={costOf(id)} base={base} currency={product.currency} />}
          />
        );
      })}
    </RadioCards>
  );
}

/** The line is always there, so that nothing moves when another metal is chosen. */
function Difference({
  cost,
  base,
  currency,
}: {
  cost: number | undefined;
  base: number | undefined;
  currency: string;
}) {
  if (cost === undefined || base === undefined) return <span>Price on request</span>;
  const difference = cost - base;
  if (difference === 0) return <span className="tabular-nums">{shortMoney(cost, currency)}</span>;
  return (
    <span className="tabular-nums">
      {difference > 0 ? "+" : "−"} {shortMoney(Math.abs(difference), currency)}
    </span>
  );
}

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

export function FinishChoice({ product: { options }, start, fields, errors, ready }: ChoiceProps) {
  const all = [...new Set(options.metals.flatMap((metal) => metal.finishes))];
  if (all.length < 2) return null;
  const metal = options.metals.find((candidate) => candidate.alloy === (fields.metal ?? start.metal));
  const whyNot = (id: string) => {
    if (metal && !metal.finishes.includes(id)) return "Not in this metal";
    const choice = { metal: fields.metal, finish: id, motif: fields.motif };
    return forbiddenBecause(activeRules(options, choice), "finish", id);
  };
  return (
    <RadioCards legend="Finish" error={errors.finish} layout="grid-cols-2 sm:grid-cols-3">
      {all.map((id) => (
        <RadioCard
          key={id}
          name="finish"
          value={id}
          defaultChecked={start.finish === id}
          // Without scripts every finish stays open: another metal may be chosen in the same breath.
          disabled={ready && whyNot(id) !== undefined}
          label={finishLabel(id)}
        />
      ))}
    </RadioCards>
  );
}
