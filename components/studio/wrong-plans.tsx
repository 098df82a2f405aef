import { ActionNotice, ActionScope, FormButton, ScopedForm } from "@/components/studio/action-form";
import { Nothing, Panel } from "@/components/studio/page-head";
import { formatMoney } from "@/lib/domain/money";
import type { MinutesSource } from "@/lib/domain/routing";
import { counted, lowerFirst } from "@/lib/domain/sentence";
import { adoptPlanAction } from "@/lib/features/promises/actions";
import type { WrongPlan } from "@/lib/features/promises/schema";

type Props = {
  plans: readonly WrongPlan[];
  isOwner: boolean;
  /** to a form that was sent without scripts */
  answer: Awaited<ReturnType<typeof adoptPlanAction>>;
};

/** Where work takes longer or shorter than its plan, and the plan as it should be one press away. */
export function WrongPlans({ plans, isOwner, answer }: Props) {
  return (
    <Panel title="Where the plan is off">
      {/* One answer for all of them: it must outlive the line that was pressed. */}
      <ActionScope action={adoptPlanAction} answer={answer}>
        <ActionNotice
          className="mb-4"
          done="Adopted. What is ordered from now on is planned and priced so; each design’s page can change it again."
        />
        {plans.length === 0 ? (
          <Nothing>Every kind of work takes about as long as its plan says.</Nothing>
        ) : (
          <>
            <ul className="divide-y divide-line">
              {plans.map((plan) => (
                <li key={plan.stage} className="grid gap-2 py-3 first:pt-0">
                  <p>
                    <b>{plan.label}</b> takes {plan.ratio.toFixed(2)} × its plan, by the last {plan.of}.
                  </p>
                  <Adopt plan={plan} isOwner={isOwner} />
                </li>
              ))}
            </ul>
            <p className="mt-3 text-ink-soft">
              Dates heed this already: they are worked out from what the work truly takes, and adopting it
              doesn’t count it twice. Prices count the minutes of the plan.
            </p>
          </>
        )}
      </ActionScope>
    </Panel>
  );
}

function Adopt({ plan, isOwner }: { plan: WrongPlan; isOwner: boolean }) {
  const { stage, ratio, adopt, designs, label, alsoFrom } = plan;
  if (designs === 0)
    return (
      <p className="text-ink-soft text-sm">
        {alsoFrom ? onlyFrom[alsoFrom] : "No design plans it: there is nothing to adopt."}
      </p>
    );
  return (
    <>
      <p className="text-ink-soft text-sm">
        Adopting it changes the minutes of {lowerFirst(label)} in {counted(designs, "design")}.{" "}
        {adopt && priceWords(adopt.prices)} {alsoFrom && stays[alsoFrom]}
      </p>
      {isOwner && adopt && (
        <ScopedForm fields={{ stage, ratio, seen: adopt.seen }}>
          <FormButton size="sm" variant="secondary">
            Adopt {ratio.toFixed(2)} × for {lowerFirst(label)}
          </FormButton>
        </ScopedForm>
      )}
    </>
  );
}

function priceWords({ least, most, currency }: NonNullable<WrongPlan["adopt"]>["prices"]): string {
  const money = (minor: number) => formatMoney(Math.abs(minor), currency);
  if (least === 0 && most === 0) return "No “from” price changes.";
  if (least === 0) return `“From” prices rise by up to ${money(most)}.`;
  if (most === 0) return `“From” prices fall by up to ${money(least)}.`;
  return `“From” prices change by ${money(least)} less to ${money(most)} more.`;
}

/** Where no design has it in its own plan. */
const onlyFrom: Record<MinutesSource, string> = {
  STONES: "Its minutes come with each stone: change them with the stones of each design.",
  LETTERS: "Its minutes come with each place and letter: change them with the engraving of each design.",
  METAL: "Its minutes come with the metal: change them with the metals of each design.",
  METAL_AND_MOTIF:
    "Its minutes come with the metal and the motif: change them with the options of each design.",
  HALLMARK: "Its days come with the hallmark, the same for every design: no design’s plan has them.",
};

/** What adopting leaves as it is. */
const stays: Record<MinutesSource, string> = {
  STONES: "What each stone adds to it stays as it is: that stands with the stones of each design.",
  LETTERS: "What places and letters add to it stays as it is: that stands with the engraving of each design.",
  METAL: "What a slow metal adds to it stays as it is: that stands with the metals of each design.",
  METAL_AND_MOTIF:
    "What a slow metal or a motif adds to it stays as it is: that stands with the options of each design.",
  HALLMARK: "Designs that go there only for the hallmark keep the assay office’s usual days.",
};
