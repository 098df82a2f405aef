import { FormSelect, FormText } from "@/components/studio/action-form";
import { countryName } from "@/lib/domain/address";
import { countryCodes } from "@/lib/domain/countries";

type Place = {
  name: string;
  email: string;
  phone: string | null;
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postalCode: string;
  country: string;
  timeZone: string;
};

/** What the settings and an empty shop's first page both ask. */
export function WorkshopPlaceFields({ place }: { place: Place }) {
  return (
    <>
      <FormText name="workshopName" label="Workshop" defaultValue={place.name} maxLength={80} required />
      <FormText
        name="email"
        label="E-mail for customers"
        type="email"
        defaultValue={place.email}
        maxLength={254}
        required
      />
      <FormText
        name="phone"
        label="Telephone"
        type="tel"
        defaultValue={place.phone ?? ""}
        maxLength={40}
        optional
      />
      <FormText name="line1" label="Street and number" defaultValue={place.line1} maxLength={100} required />
      <FormText name="line2" label="Second line" defaultValue={place.line2 ?? ""} maxLength={100} optional />
      <FormText name="city" label="Town or city" defaultValue={place.city} maxLength={80} required />
      <FormText
        name="region"
        label="County, state or region"
        hint="England, Scotland and Wales keep different holidays."
        defaultValue={place.region ?? ""}
        maxLength={80}
        optional
      />
      <FormText name="postalCode" label="Postcode" defaultValue={place.postalCode} maxLength={16} />
      <FormSelect name="country" label="Country" defaultValue={place.country}>
        {countryChoices.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </FormSelect>
      <FormSelect name="timeZone" label="Time zone" defaultValue={place.timeZone}>
        {timeZones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </FormSelect>
    </>
  );
}

const countryChoices = countryCodes
  .map((code) => ({ code, name: countryName(code) }))
  .sort((a, b) => a.name.localeCompare(b.name, "en-GB"));

const timeZones = Intl.supportedValuesOf("timeZone");
