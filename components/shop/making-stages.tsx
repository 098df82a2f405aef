import type { OfferView } from "@/lib/features/catalog/schema";

const DAY = 24 * 60;

/** The stages of a piece in their order: minutes where we work, days where we wait for others. */
export function MakingStages({ stages }: { stages: OfferView["stages"] }) {
  return (
    <ol className="grid gap-0">
      {stages.map(({ stage, label, kind, typicalMinutes }, index) => (
        <li
          key={stage}
          className="grid grid-cols-[2.25rem_1fr_auto] items-baseline gap-x-3 border-line border-b py-3"
        >
          <span aria-hidden="true" className="display-italic text-accent text-lg">
            {index + 1}
          </span>
          <span>{label}</span>
          <span className="text-end text-ink-soft text-sm">
            {kind === "bench"
              ? `about ${benchTime(typicalMinutes)} at our bench`
              : `about ${days(typicalMinutes)}, elsewhere`}
          </span>
        </li>
      ))}
    </ol>
  );
}

function benchTime(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.round((minutes / 60) * 2) / 2;
  return `${String(hours).replace(".5", "½").replace(/^0½/, "½")} h`;
}

function days(minutes: number): string {
  const count = Math.max(1, Math.round(minutes / DAY));
  return count === 1 ? "1 day" : `${count} days`;
}
