"use client";

import { type ComponentProps, useActionState, useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { SelectField, TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import type { listCountries } from "@/lib/domain/address";
import { askForSizerAction } from "@/lib/features/sizers/actions";
import { errorAt } from "@/lib/platform/action-state";
import { routes } from "@/lib/platform/routes";

type SizerFormProps = {
  countries: ReturnType<typeof listCountries>;
  country: string;
  /** where they come from, to lead back to */
  piece: { slug: string; name: string } | null;
  /** to a form sent without scripts */
  answer: Awaited<ReturnType<typeof askForSizerAction>>;
};

/** Where the sizer goes. Nothing is ordered, and nothing is asked but what stands on an envelope. */
export function SizerForm({ countries, country, piece, answer }: SizerFormProps) {
  const [state, submit, pending] = useActionState(askForSizerAction, answer);
  const news = useRef<HTMLDivElement>(null);
  const values = state && !state.ok ? state.values : {};
  useEffect(() => {
    if (state) news.current?.focus();
  }, [state]);
  const field = (name: string, label: string, more: Partial<ComponentProps<typeof TextField>> = {}) => (
    <TextField
      name={name}
      label={label}
      defaultValue={values[name] ?? ""}
      error={errorAt(state, name)}
      {...more}
    />
  );
  if (state?.ok)
    return (
      <div ref={news} tabIndex={-1} className="outline-none">
        <Notice tone="positive" role="status" title="We’ll post it with the next letters">
          <p>
            We write to {state.value.email} when it leaves.{" "}
            {piece && <TextLink href={routes.product(piece.slug)}>Back to {piece.name}</TextLink>}
          </p>
        </Notice>
      </div>
    );
  return (
    <form action={submit} noValidate aria-busy={pending} className="grid max-w-text gap-5">
      <div ref={news} tabIndex={-1} className="outline-none empty:hidden">
        {state && <Notice tone="danger" role="alert" title={state.message} />}
      </div>
      <input type="hidden" name="piece" value={piece?.slug ?? ""} />
      {field("email", "E-mail", {
        type: "email",
        autoComplete: "email",
        inputMode: "email",
        hint: "To tell you when it’s in the post. Nothing else.",
      })}
      {field("name", "Full name", { autoComplete: "shipping name" })}
      {field("line1", "Street and number", { autoComplete: "shipping address-line1" })}
      {field("line2", "Flat, floor, company", { autoComplete: "shipping address-line2", optional: true })}
      <div className="grid gap-5 sm:grid-cols-2">
        {field("city", "Town or city", { autoComplete: "shipping address-level2" })}
        {field("postalCode", "Postcode", { autoComplete: "shipping postal-code" })}
      </div>
      {field("region", "County or region", { autoComplete: "shipping address-level1", optional: true })}
      <SelectField
        name="country"
        label="Country"
        autoComplete="shipping country"
        defaultValue={values.country ?? country}
        error={errorAt(state, "country")}
      >
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <p className="text-ink-soft text-sm">
        Name and address are used for this envelope and deleted after 90 days.
      </p>
      <SubmitButton size="lg" pendingLabel="One moment" pending={pending} className="justify-self-start">
        Send me a sizer
      </SubmitButton>
    </form>
  );
}
