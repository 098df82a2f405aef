import { Fragment } from "react";
import { DelayAnswer } from "@/components/shop/delay-answer";
import { holdsWords } from "@/components/shop/parcel-words";
import { DateText } from "@/components/ui/date";
import { Notice } from "@/components/ui/notice";
import { dayRangeWords, dayWords } from "@/lib/domain/day-words";
import { forecastWords, type Phrase } from "@/lib/domain/forecast-words";
import type { OrderStory, PromisedView } from "@/lib/features/orders/schema";

/** What was promised, parcel by parcel where there are several, as it was made. */
export function PromiseLines({ story: { promised } }: { story: OrderStory }) {
  return promised.map((parcel) => (
    <p key={parcel.parcel}>
      {promised.length > 1 && <Holds parcel={parcel} />}
      <Promised parcel={parcel} />
    </p>
  ));
}

/** The promises, what the bench says of them today, and what the buyer may answer to a delay. */
export function PromiseStory({ story: { promised }, token }: { story: OrderStory; token: string }) {
  const several = promised.length > 1;
  const awaited = promised.some(({ state, delay }) => state === "here" && !delay);
  const stories = promised.map((parcel) => (
    <li key={parcel.parcel} className="grid justify-items-start gap-3">
      {several && (
        <h2 className="font-medium text-lg">
          Parcel {parcel.parcel} of {promised.length}: {holdsWords(parcel.holds)}
        </h2>
      )}
      <ParcelStory parcel={parcel} token={token} several={several} />
    </li>
  ));
  return (
    <>
      <ol className="grid gap-6">{stories}</ol>
      {awaited && <Reassurance what={several ? "a parcel" : "it"} />}
    </>
  );
}

type ParcelStoryProps = { parcel: PromisedView; token: string; several: boolean };

function ParcelStory({ parcel, token, several }: ParcelStoryProps) {
  const { state, forecast, delay } = parcel;
  if (state === "left") return <p>It has left the workshop. Below is where to follow it.</p>;
  if (state === "cancelled") return <p>It was cancelled.</p>;
  return (
    <>
      <p>
        <Promised parcel={parcel} />
      </p>
      <ForecastLine forecast={forecast} />
      {delay && (
        <Notice tone="warning" title="We are late, and we told you so by e-mail">
          {delay.newShipBy ? (
            <>
              It now leaves us by <Day iso={delay.newShipBy} />. {delay.reason}
            </>
          ) : (
            <>We can’t name a new day yet. {delay.reason}</>
          )}
        </Notice>
      )}
      {delay && <DelayAnswer token={token} parcel={several ? parcel.parcel : null} {...delay} />}
    </>
  );
}

function Reassurance({ what }: { what: string }) {
  return (
    <p className="text-ink-soft">
      You hear from us when {what} leaves, with a link to follow it. Should it take longer than we promised,
      we tell you before the day comes.
    </p>
  );
}

function Holds({ parcel }: { parcel: PromisedView }) {
  return <>{holdsWords(parcel.holds)}. </>;
}

function Promised({ parcel: { renewed, promise } }: { parcel: PromisedView }) {
  const { shipBy, arrives } = renewed ?? promise;
  return (
    <>
      Promised: it leaves us by <Day iso={shipBy} /> at the latest, and arrives{" "}
      <DateText iso={arrives.p50}>{dayRangeWords(arrives.p50, arrives.p90)}</DateText>; nine in ten arrive by{" "}
      <Day iso={arrives.p90} />.
    </>
  );
}

/** The promise stays as it was made; beside it, what the bench says today. */
function ForecastLine({ forecast }: Pick<PromisedView, "forecast">) {
  if (!forecast) return null;
  const { title, tone, words } = forecastWords(forecast);
  if (title)
    return (
      <Notice tone="warning" title={title}>
        <Phrases words={words} />
      </Notice>
    );
  return (
    <p className={tone === "soft" ? "text-ink-soft" : undefined}>
      <Phrases words={words} />
    </p>
  );
}

function Phrases({ words }: { words: readonly Phrase[] }) {
  return words.map((phrase) => {
    if (typeof phrase === "string") return <Fragment key={phrase}>{phrase}</Fragment>;
    if ("day" in phrase) return <Day key={phrase.day} iso={phrase.day} />;
    const { from, to } = phrase;
    return (
      <DateText key={from} iso={from}>
        {dayRangeWords(from, to)}
      </DateText>
    );
  });
}

function Day({ iso }: { iso: string }) {
  return <DateText iso={iso}>{dayWords(iso)}</DateText>;
}
