import { cx } from "./class-names";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

const variants: Record<ButtonVariant, string> = {
  primary: "bg-ink text-on-ink hover:bg-ink-soft",
  secondary: "border border-line-strong bg-transparent text-ink hover:border-ink hover:bg-paper-sunk",
  quiet: "text-ink underline decoration-accent-bright underline-offset-4 hover:decoration-2",
  danger: "border border-danger text-danger hover:bg-danger-tint",
};

const sizes: Record<ButtonSize, string> = {
  sm: "min-h-11 px-4 text-sm",
  md: "min-h-12 px-6 text-sm",
  lg: "min-h-14 px-8 text-base",
};

/** The look that buttons and links-as-buttons share. 44 px is the least height of any of them. */
export function buttonClass({
  variant = "primary",
  size = "md",
  className,
}: {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  className?: string | undefined;
}): string {
  return cx(
    "button-shape",
    variants[variant],
    variant === "quiet" ? "min-h-11 text-sm" : sizes[size],
    className,
  );
}
