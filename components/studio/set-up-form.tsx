import { ActionForm, FormButton, FormSelect, FormText } from "@/components/studio/action-form";
import { WorkshopPlaceFields } from "@/components/studio/workshop-place-fields";
import { PASSWORD_MAX, PASSWORD_MIN } from "@/lib/features/accounts/schema";
import { setUpWorkshopAction } from "@/lib/features/accounts/set-up-actions";

const nowhere = {
  name: "",
  email: "",
  phone: null,
  line1: "",
  line2: null,
  city: "",
  region: null,
  postalCode: "",
  country: "GB",
  timeZone: "Europe/London",
};

type Answer = Awaited<ReturnType<typeof setUpWorkshopAction>>;

export function SetUpForm({ answer }: { answer: Answer }) {
  return (
    <ActionForm action={setUpWorkshopAction} answer={answer} className="grid gap-8">
      <fieldset className="grid gap-4">
        <legend className="mb-3 font-display text-xl">You</legend>
        <FormText name="ownerName" label="Your name" autoComplete="name" maxLength={80} required />
        <FormText
          name="ownerEmail"
          label="Your e-mail address"
          hint="To sign in with."
          type="email"
          autoComplete="username"
          maxLength={254}
          required
        />
        <FormText
          name="password"
          label="A password"
          hint={`At least ${PASSWORD_MIN} characters; three or four words are easy to keep.`}
          type="password"
          autoComplete="new-password"
          minLength={PASSWORD_MIN}
          maxLength={PASSWORD_MAX}
          required
        />
      </fieldset>
      <fieldset className="grid gap-4">
        <legend className="mb-3 font-display text-xl">The workshop</legend>
        <WorkshopPlaceFields place={nowhere} />
        <FormSelect
          name="currency"
          label="Currency"
          hint="Prices are set and paid in it, for good."
          defaultValue="GBP"
        >
          {currencies.map(({ code, name }) => (
            <option key={code} value={code}>
              {name} ({code})
            </option>
          ))}
        </FormSelect>
      </fieldset>
      <fieldset className="grid gap-4">
        <legend className="mb-3 font-display text-xl">The bench</legend>
        <FormText
          name="artisanName"
          label="First artisan"
          hint="Left empty, that is you. More can be added in the settings."
          maxLength={80}
          optional
        />
      </fieldset>
      <FormButton pendingLabel="Setting up…">Open the workshop</FormButton>
    </ActionForm>
  );
}

const names = new Intl.DisplayNames("en-GB", { type: "currency" });
const currencies = Intl.supportedValuesOf("currency")
  .map((code) => ({ code, name: names.of(code) ?? code }))
  .sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
