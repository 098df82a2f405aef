import { dayInFull } from "@/lib/domain/day-words";
import type { PromiseRefusal } from "@/lib/domain/promise";

type NamedStage = { id: string; label: string };

/**
 * Why no date can be given, for whoever would order: only what is true and nobody's private matter. Who is away, and
 * until when, is the workshop's to know. `refusal` null: nothing goes there, or nobody works yet.
 */
export function noDateWords(refusal: PromiseRefusal | null, stages: readonly NamedStage[]): string {
  switch (refusal?.code) {
    case "NO_ARTISAN":
    case "NO_HOURS":
    case "AWAY":
      return `Nobody at our bench can take on the ${labelOf(refusal.stage, stages)} at the moment.`;
    case "TOO_FAR":
      return "Our bench is so full, or closed for so long, that we can’t name a day yet.";
    default:
      return "We can’t work out the day for this one at the moment.";
  }
}

/** The same for the studio: exactly what is wrong, and where it is mended. */
export function noDateReason(refusal: PromiseRefusal, stages: readonly NamedStage[]): string {
  switch (refusal.code) {
    case "NOTHING_TO_MAKE":
      return "It has no stages: give it its times under Making.";
    case "NO_ARTISAN":
      return `Nobody has the skill “${refusal.skill}”, which ${labelOf(refusal.stage, stages)} needs: Settings → Bench.`;
    case "NO_HOURS":
      return `Whoever has the skill “${refusal.skill}” (${labelOf(refusal.stage, stages)}) has no working hours, or is away for all of them: Settings → Bench.`;
    case "AWAY":
      return `Whoever has the skill “${refusal.skill}” (${labelOf(refusal.stage, stages)}) is away for more than half a year, until ${dayInFull(refusal.until)}: Settings → Bench.`;
    case "ABSURD_MINUTES":
      return `The minutes of ${labelOf(refusal.stage, stages)} can’t be right: none, more than a year, or a bad day that is shorter than a usual one. Mend them under Making.`;
    case "CYCLE":
      return `It comes to ${labelOf(refusal.stage, stages)} twice: each stage stands once in a plan, and what is done over is counted by itself. Mend it under Making.`;
    case "ABSURD_DELIVERY":
      return "The delivery’s days can’t be right: Settings → Delivery.";
    case "TOO_FAR":
      return "The bench gets to it in more than a year, or never: look at who has its skills, and at their time off.";
  }
}

function labelOf(id: string, stages: readonly NamedStage[]): string {
  return (stages.find((stage) => stage.id === id)?.label ?? id).toLowerCase();
}
