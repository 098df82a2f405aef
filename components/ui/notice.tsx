import type { ReactNode } from "react";
import { cx } from "./class-names";

export type Tone = "neutral" | "accent" | "positive" | "warning" | "danger";

export const toneClasses: Record<Tone, string> = {
  neutral: "bg-paper-sunk text-ink-soft",
  accent: "bg-accent-tint text-accent",
  positive: "bg-positive-tint text-positive",
  warning: "bg-warning-tint text-warning",
  danger: "bg-danger-tint text-danger",
};

const edges: Record<Tone, string> = {
  neutral: "border-line-strong",
  accent: "border-accent-bright",
  positive: "border-positive",
  warning: "border-warning",
  danger: "border-danger",
};

type NoticeProps = {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  className?: string;
  /** "alert" interrupts a screen reader, "status" waits for its turn */
  role?: "alert" | "status";
};

export function Notice({ tone = "neutral", title, children, className, role }: NoticeProps) {
  return (
    <div
      {...(role ? { role } : {})}
      className={cx("border-s-2 px-4 py-3 text-sm", toneClasses[tone], edges[tone], className)}
    >
      {title && <p className="font-semibold">{title}</p>}
      {children && <div className="text-ink">{children}</div>}
    </div>
  );
}
