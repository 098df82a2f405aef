import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { dayWords } from "@/lib/domain/day-words";
import { formatMoney } from "@/lib/domain/money";
import type { ChangeView, CheckoutView } from "@/lib/features/checkout/schema";

/** What is no longer as it was shown, old and new; it is agreed to before anything is ordered. */
export function CheckoutChanges({ view, error }: { view: CheckoutView; error: string | undefined }) {
  if (view.changes.length === 0) return null;
  return (
    <section
      aria-labelledby="changes-title"
      className="border-accent-bright border-s-2 bg-accent-tint px-4 py-3 text-sm"
    >
      <h3 id="changes-title" className="font-semibold text-accent">
        Please note before you pay
      </h3>
      <ul className="mt-1 grid gap-1">
        {view.changes.map((change) => (
          <li key={JSON.stringify(change)}>{changeWords(change, view.currency)}</li>
        ))}
      </ul>
      <Checkbox
        id="accepted"
        name="accepted"
        value="on"
        label="I have seen this, and go on"
        {...(error ? { "aria-invalid": true, "aria-describedby": "accepted-error" } : {})}
      />
      <FieldError id="accepted-error" error={error} />
    </section>
  );
}

function changeWords(change: ChangeView, currency: string): string {
  switch (change.kind) {
    case "price":
      return `${change.name}: was ${formatMoney(change.wasMinor, currency)}, now ${formatMoney(change.nowMinor, currency)} each.${change.kept ? "" : " The time for which we keep a price has gone by."}`;
    case "total":
      return `The total: was ${formatMoney(change.wasMinor, currency)}, now ${formatMoney(change.nowMinor, currency)}.`;
    case "arrival":
      return `${change.parcel ? `Parcel ${change.parcel}: nine` : "Nine"} in ten arrive by: was ${dayWords(change.was)}, now ${dayWords(change.now)}.`;
    case "parcels":
      return change.now === 1
        ? `It all travels in one parcel now: what we showed before was ${change.was}.`
        : `It travels in ${change.now} parcels now: what we showed before was ${change.was === 1 ? "one" : change.was}.`;
    case "pending":
      return `You have ordered from this bag already: ${change.number} is waiting for its payment. Paying now buys these pieces once more.`;
    case "bag":
      return "What is in your bag. Please look at it once more.";
  }
}
