import { ActionForm, FormButton, FormSelect, FormText } from "@/components/studio/action-form";
import { PageHead, Panel } from "@/components/studio/page-head";
import { WorkshopPlaceFields } from "@/components/studio/workshop-place-fields";
import { moneyForInput } from "@/lib/domain/money-input";
import { counted } from "@/lib/domain/sentence";
import type { WorkshopView } from "@/lib/features/workshop/schema";
import { updateWorkshopAction } from "@/lib/features/workshop/settings-actions";

export function WorkshopForm({ workshop }: { workshop: WorkshopView }) {
  const { currency, version } = workshop;
  return (
    <>
      <PageHead title="Workshop" lead="Who you are, and what a piece is priced by." />
      <ActionForm
        version={version}
        action={updateWorkshopAction}
        fields={{ version, currency }}
        done="Saved. The shop shows it within a moment."
        className="grid max-w-4xl gap-5"
      >
        <Panel title="Name and address">
          <div className="grid gap-4 sm:grid-cols-2">
            <WorkshopPlaceFields place={workshop} />
          </div>
        </Panel>
        <Panel title="Prices" aside={`All in ${currency}`}>
          <div className="grid gap-4 sm:grid-cols-2">
            <FormText
              name="hourlyRateMinor"
              label="An hour at the bench"
              hint="Before tax."
              inputMode="decimal"
              defaultValue={moneyForInput(workshop.hourlyRateMinor, currency)}
              required
            />
            <FormText
              name="marginPercent"
              label="Margin, in per cent"
              hint="Added on metal, stones and labour."
              inputMode="decimal"
              defaultValue={String(workshop.marginBps / 100)}
              required
            />
            <FormText
              name="roundToMinor"
              label="Prices are rounded up to"
              inputMode="decimal"
              defaultValue={moneyForInput(workshop.roundToMinor, currency)}
              required
            />
            <FormSelect
              name="checkoutMinutes"
              label="A checkout stays open for"
              hint="And its price and date with it."
              defaultValue={String(workshop.checkoutMinutes)}
            >
              {[...new Set([30, 60, 120, 240, 720, 1440, workshop.checkoutMinutes])]
                .sort((a, b) => a - b)
                .map((minutes) => (
                  <option key={minutes} value={minutes}>
                    {minutes < 60
                      ? `${minutes} minutes`
                      : `${minutes / 60} ${minutes === 60 ? "hour" : "hours"}`}
                  </option>
                ))}
            </FormSelect>
            <FormSelect
              name="quoteHours"
              label="The price in a bag is kept for"
              hint="Though metal becomes dearer in between. Said in the bag and at checkout."
              defaultValue={String(workshop.quoteHours)}
            >
              {[...new Set([1, 4, 24, 48, 72, 168, 336, workshop.quoteHours])]
                .sort((a, b) => a - b)
                .map((hours) => (
                  <option key={hours} value={hours}>
                    {hours % 24 === 0 ? counted(hours / 24, "day") : counted(hours, "hour")}
                  </option>
                ))}
            </FormSelect>
          </div>
        </Panel>
        <Panel title="Proofs and changes" aside="In days">
          <div className="grid gap-4 sm:grid-cols-3">
            <FormText
              name="proofReminderDays"
              label="Ask about a proof again after"
              inputMode="numeric"
              defaultValue={String(workshop.proofReminderDays)}
              required
            />
            <FormText
              name="proofHoldDays"
              label="Put its piece on hold after"
              hint="It is never made unapproved."
              inputMode="numeric"
              defaultValue={String(workshop.proofHoldDays)}
              required
            />
            <FormText
              name="proposalDays"
              label="A change can be confirmed for"
              hint="And its price with it."
              inputMode="numeric"
              defaultValue={String(workshop.proposalDays)}
              required
            />
          </div>
        </Panel>
        <FormButton className="justify-self-start">Save</FormButton>
      </ActionForm>
    </>
  );
}
