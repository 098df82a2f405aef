import { Moment } from "@/components/studio/moment";
import { MoreOptions } from "@/components/studio/more-options";
import type { EventView } from "@/lib/features/workshop/views";

type Props = {
  events: readonly EventView[];
  timeZone: string;
  /** on a page about several pieces: which one it happened to */
  showPiece?: boolean;
};

const AT_ONCE = 12;

/** The newest first: what just happened is what one looks for. */
export function EventHistory({ events, ...rest }: Props) {
  const newestFirst = [...events].reverse();
  const earlier = newestFirst.slice(AT_ONCE);
  return (
    <>
      <EventItems events={newestFirst.slice(0, AT_ONCE)} {...rest} />
      {earlier.length > 0 && (
        <div className="mt-2">
          <MoreOptions label={`${earlier.length} earlier`}>
            <EventItems events={earlier} {...rest} />
          </MoreOptions>
        </div>
      )}
    </>
  );
}

function EventItems({ events, timeZone, showPiece = false }: Props) {
  return (
    <ol className="grid gap-2.5">
      {events.map((event) => (
        <li key={event.id}>
          <p>
            {showPiece && event.jobNumber && !event.sentence.startsWith(event.jobNumber) && (
              <span className="text-ink-soft tabular-nums">{event.jobNumber}: </span>
            )}
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
