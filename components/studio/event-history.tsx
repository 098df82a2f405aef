import { Moment } from "@/components/studio/moment";
import type { EventView } from "@/lib/features/workshop/views";

/** The newest first: what just happened is what one looks for. */
export function EventHistory({ events, timeZone }: { events: readonly EventView[]; timeZone: string }) {
  return (
    <ol className="grid gap-2.5">
      {[...events].reverse().map((event) => (
        <li key={event.id}>
          <p>
            {event.jobNumber && <span className="sr-only">{event.jobNumber}: </span>}
            {event.sentence}
          </p>
          <p className="text-ink-faint text-xs">
            {event.by}, <Moment at={event.at} timeZone={timeZone} />
          </p>
        </li>
      ))}
    </ol>
  );
}
