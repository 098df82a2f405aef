import { z } from "zod";
import { countryCodes, postalRules, regionRules } from "@/lib/domain/countries";

/** Where a parcel goes. Only what a carrier can't deliver without is demanded. */
export type Address = {
  name: string;
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postalCode: string;
  country: string;
};

const known = new Set<string>(countryCodes);

export const countrySchema = z
  .string("Choose a country.")
  .refine((code) => known.has(code), "Choose a country from the list.");

export const addressShape = {
  name: personalText("Tell us who the parcel is for.", 100),
  line1: personalText("We need a street and a number.", 100),
  line2: optionalText(100),
  city: personalText("We need a town or city.", 80),
  region: optionalText(80),
  postalCode: z
    .string("We need a postcode.")
    .max(16, "That’s longer than any postcode.")
    .transform((typed) => typed.trim().replace(/\s+/g, " ").toUpperCase()),
  country: countrySchema,
};

/** What depends on the country: the postal code's form, and whether a region is part of the address. */
export function refuseWrongParts(
  address: Pick<Address, "country" | "postalCode" | "region">,
  refuse: (path: "postalCode" | "region", message: string) => void,
): void {
  const postal = postalRules[address.country];
  if (postal && !address.postalCode && postal.required) {
    refuse("postalCode", `We need a ${postal.label}, for example ${postal.example}.`);
  } else if (address.postalCode && !(postal?.pattern ?? anyPostalCode).test(address.postalCode)) {
    refuse("postalCode", wrongPostalCode(address.country));
  }
  const region = regionRules[address.country];
  if (region && !address.region) refuse("region", `We need the ${region}.`);
}

/** The spelling that carriers expect: "bs13nx" is BS1 3NX. Codes that have no fixed spelling stay as they are. */
export function tidyPostalCode(country: string, postalCode: string): string {
  const compact = postalCode.replace(/[\s-]/g, "");
  const at = postalRules[country]?.splitAt;
  if (at === undefined) return postalCode;
  const { position, separator } = at;
  const cut = position < 0 ? compact.length + position : position;
  if (cut <= 0 || cut >= compact.length) return compact;
  return `${compact.slice(0, cut)}${separator}${compact.slice(cut)}`;
}

/** The address as it stands on an envelope, a line each; the country last, in words. */
export function addressLines(address: Address, locale = "en-GB"): string[] {
  const place = [address.city, address.region, address.postalCode].filter(Boolean).join(", ");
  return [address.name, address.line1, address.line2, place, countryName(address.country, locale)].filter(
    (line): line is string => Boolean(line),
  );
}

/** Every country by name, with what its addresses call their parts. */
export function listCountries(locale = "en-GB") {
  const collator = new Intl.Collator(locale);
  return countryCodes
    .map((code) => {
      const region = regionRules[code];
      return {
        code,
        name: countryName(code, locale),
        postalLabel: capitalised(postalRules[code]?.label ?? "postal code"),
        postalRequired: postalRules[code]?.required ?? false,
        regionLabel: region ? capitalised(region) : null,
        regionRequired: region !== undefined,
      };
    })
    .sort((a, b) => collator.compare(a.name, b.name));
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

export function countryName(code: string, locale = "en-GB"): string {
  return new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code;
}

/** Text about a person: trimmed, on one line, without anything invisible. */
export function personalText(missing: string, max: number) {
  return z
    .string(missing)
    .transform((typed) => typed.trim())
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(max, `At most ${max} characters, please.`)
        .refine((text) => !invisible.test(text), "Please use visible characters only."),
    );
}

export function optionalText(max: number) {
  return z
    .string()
    .optional()
    .transform((typed) => typed?.trim() || null)
    .pipe(
      z
        .string()
        .max(max, `At most ${max} characters, please.`)
        .refine((text) => !invisible.test(text), "Please use visible characters only.")
        .nullable(),
    );
}

// Control characters, bidirectional overrides and lone halves of surrogate pairs.
const invisible = /[\p{Cc}\p{Cs}\u200b\u2028-\u202e\u2066-\u2069\ufeff]/u;
const anyPostalCode = /^[A-Z0-9][A-Z0-9 -]{0,14}$/;

function wrongPostalCode(country: string): string {
  const postal = postalRules[country];
  if (!postal) return "Letters, digits, spaces and hyphens only, please.";
  return `That doesn’t look like a ${postal.label}; they look like ${postal.example}.`;
}
