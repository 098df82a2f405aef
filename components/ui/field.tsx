import type { ReactNode } from "react";
import { cx } from "./class-names";

type FieldProps = {
  /** id of the control that `label` names */
  id: string;
  label: ReactNode;
  hint?: ReactNode | undefined;
  /** what is wrong, in words; null or undefined = nothing */
  error?: ReactNode | undefined;
  optional?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** Label above, hint below it, the control, and what is wrong beneath. The control takes `controlProps(…)`. */
export function Field({ id, label, hint, error, optional = false, className, children }: FieldProps) {
  return (
    <div className={cx("grid content-start gap-1.5", className)}>
      <label htmlFor={id} className="font-medium text-sm">
        {label}
        {optional && <span className="font-normal text-ink-faint"> (optional)</span>}
      </label>
      {hint && (
        <p id={hintId(id)} className="text-ink-faint text-sm">
          {hint}
        </p>
      )}
      {children}
      <FieldError id={errorId(id)} error={error} />
    </div>
  );
}

/** Always in the page, so that a screen reader hears the sentence arrive. */
export function FieldError({ id, error }: { id: string; error: ReactNode | undefined }) {
  return (
    <p id={id} aria-live="polite" className={cx("text-danger text-sm", !error && "sr-only")}>
      {error}
    </p>
  );
}

/** The attributes that tie a control to its Field. */
export function controlProps(id: string, { hint, error }: { hint?: ReactNode; error?: ReactNode }) {
  const described = [hint && hintId(id), error && errorId(id)].filter(Boolean).join(" ");
  return {
    id,
    ...(described ? { "aria-describedby": described } : {}),
    ...(error ? { "aria-invalid": true } : {}),
  };
}

export const controlClass = "control-shape";

function hintId(id: string): string {
  return `${id}-hint`;
}

export function errorId(id: string): string {
  return `${id}-error`;
}
