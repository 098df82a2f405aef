import { DateText } from "@/components/ui/date";
import { dayWords } from "@/lib/domain/day-words";
import type { MomentView } from "@/lib/features/orders/schema";

/** What happened, day by day, newest first: who comes back wants to know what is new. */
export function OrderTimeline({ timeline }: { timeline: readonly MomentView[] }) {
  const days = [...new Set(timeline.map((moment) => moment.on))].reverse();
  return (
    <ol className="grid gap-7">
      {days.map((day) => (
        <li key={day} className="grid gap-x-6 gap-y-2 sm:grid-cols-[7rem_minmax(0,1fr)]">
          <p className="text-ink-faint text-sm">
            <DateText iso={day}>{dayWords(day)}</DateText>
          </p>
          <ul className="grid gap-2">
            {timeline
              .filter((moment) => moment.on === day)
              .reverse()
              .map((moment) => (
                <Moment key={`${moment.at} ${moment.piece} ${moment.text}`} moment={moment} />
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Moment({ moment: { piece, text, photo } }: { moment: MomentView }) {
  const words = (
    <>
      {piece && <span className="text-ink-faint">{piece}: </span>}
      {text}
    </>
  );
  if (!photo) return <li>{words}</li>;
  return (
    <li>
      <figure className="grid gap-2">
        {/* Only this order's link opens it, so it can't pass through a shared picture service. */}
        <img
          src={photo.url}
          width={photo.width}
          height={photo.height}
          alt={photo.caption || "Your piece at the bench"}
          loading="lazy"
          decoding="async"
          className="h-auto w-full max-w-text rounded-sm"
        />
        <figcaption className="text-sm">{words}</figcaption>
      </figure>
    </li>
  );
}
