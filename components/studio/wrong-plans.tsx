import { ActionNotice, ActionScope, FormButton, ScopedForm } from "@/components/studio/action-form";
import { Nothing, Panel } from "@/components/studio/page-head";
import { formatMoney } from "@/lib/domain/money";
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
  const { stage, ratio, seen, designs, label } = plan;
  if (designs === 0)
    return (
      <p className="text-ink-soft text-sm">
        Its minutes come with what is chosen: change them with the options of each design.
      </p>
    );
  return (
    <>
      <p className="text-ink-soft text-sm">
        Adopting it changes the minutes of {lowerFirst(label)} in {counted(designs, "design")}.{" "}
        {priceWords(plan)}
      </p>
      {isOwner && (
        <ScopedForm fields={{ stage, ratio, seen }}>
          <FormButton size="sm" variant="secondary">
            Adopt {ratio.toFixed(2)} × for {lowerFirst(label)}
          </FormButton>
        </ScopedForm>
      )}
    </>
  );
}

function priceWords({ prices: { least, most, currency } }: WrongPlan): string {
  const money = (minor: number) => formatMoney(Math.abs(minor), currency);
  if (least === 0 && most === 0) return "No “from” price changes.";
  if (least === 0) return `“From” prices rise by up to ${money(most)}.`;
  if (most === 0) return `“From” prices fall by up to ${money(least)}.`;
  return `“From” prices change by ${money(least)} less to ${money(most)} more.`;
}
