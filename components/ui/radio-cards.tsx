"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "./class-names";
import { FieldError } from "./field";

type RadioCardsProps = {
  legend: ReactNode;
  /** beside the legend: what is chosen, for instance */
  aside?: ReactNode;
  hint?: ReactNode;
  error?: ReactNode | undefined;
  /** grid classes for the cards */
  layout?: string;
  children: ReactNode;
};

/** A choice of one, as cards: a fieldset of native radios, so arrow keys, forms and readers work as ever. */
export function RadioCards({ legend, aside, hint, error, layout, children }: RadioCardsProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset className="grid min-w-0 gap-2.5" {...(described ? { "aria-describedby": described } : {})}>
      <legend className="float-start flex w-full items-baseline justify-between gap-4 font-medium text-sm">
        <span>{legend}</span>
        {aside && <span className="font-normal text-ink-soft">{aside}</span>}
      </legend>
      {hint && (
        <p id={`${id}-hint`} className="text-ink-faint text-sm">
          {hint}
        </p>
      )}
      <div className={cx("grid gap-2", layout ?? "grid-cols-1")}>{children}</div>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}

type RadioCardProps = Omit<ComponentProps<"input">, "type"> & {
  label: ReactNode;
  detail?: ReactNode;
  /** a colour sample or a small picture before the label */
  swatch?: ReactNode;
};

export function RadioCard({ label, detail, swatch, className, ...rest }: RadioCardProps) {
  return (
    <label className={cx("choice-card", className)}>
      <input type="radio" className="choice-input" {...rest} />
      {swatch}
      <span className="grid grow gap-x-3 text-sm leading-snug">
        <span>{label}</span>
        {detail && <span className="text-ink-faint">{detail}</span>}
      </span>
    </label>
  );
}

/** A disc of colour. `colour` is any CSS colour: it comes from data, not from the palette. */
export function Swatch({ colour }: { colour: string }) {
  return (
    <span
      aria-hidden="true"
      className="size-6 shrink-0 rounded-full border border-line-strong"
      style={{ background: colour }}
    />
  );
}
