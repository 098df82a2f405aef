"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "./class-names";
import { controlClass, controlProps, Field } from "./field";

type Shared = {
  /** only where a link leads to it: the router keeps pages left behind in the document, so ids are made by React */
  id?: string;
  label: ReactNode;
  hint?: ReactNode | undefined;
  error?: ReactNode | undefined;
  optional?: boolean | undefined;
  fieldClassName?: string | undefined;
};

export function TextField({
  id,
  label,
  hint,
  error,
  optional,
  fieldClassName,
  className,
  ...rest
}: Shared & ComponentProps<"input">) {
  const own = useId();
  const key = id ?? own;
  return (
    <Field id={key} label={label} hint={hint} error={error} optional={optional} className={fieldClassName}>
      <input className={cx(controlClass, className)} {...rest} {...controlProps(key, { hint, error })} />
    </Field>
  );
}

export function TextareaField({
  id,
  label,
  hint,
  error,
  optional,
  fieldClassName,
  className,
  rows = 4,
  ...rest
}: Shared & ComponentProps<"textarea">) {
  const own = useId();
  const key = id ?? own;
  return (
    <Field id={key} label={label} hint={hint} error={error} optional={optional} className={fieldClassName}>
      <textarea
        rows={rows}
        className={cx(controlClass, "resize-y", className)}
        {...rest}
        {...controlProps(key, { hint, error })}
      />
    </Field>
  );
}

/** A native select: the platform's own picker is the best one for a thumb. Options are its children. */
export function SelectField({
  id,
  label,
  hint,
  error,
  optional,
  fieldClassName,
  className,
  children,
  ...rest
}: Shared & ComponentProps<"select">) {
  const own = useId();
  const key = id ?? own;
  return (
    <Field id={key} label={label} hint={hint} error={error} optional={optional} className={fieldClassName}>
      <Select className={className} {...rest} {...controlProps(key, { hint, error })}>
        {children}
      </Select>
    </Field>
  );
}

export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className="relative block">
      <select className={cx(controlClass, "appearance-none pe-10", className)} {...rest}>
        {children}
      </select>
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 end-4 my-auto size-2 -translate-y-0.5 rotate-45 border-ink-soft border-e border-b"
      />
    </span>
  );
}
