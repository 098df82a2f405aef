import type { IsoDate } from "@/lib/domain/calendar-days";
import type { OrderForecast } from "@/lib/domain/order-forecast";

/** A piece of a sentence: words, a day, or a span of days. Whoever shows it knows how days are written there. */
export type Phrase = string | { day: IsoDate } | { from: IsoDate; to: IsoDate };
/** `title`: it stands out, as a warning */
export type ForecastWords = { title: string | null; tone: "warning" | "plain" | "soft"; words: Phrase[] };

/** What today's bench says beside a promise: the one wording, on the order's page and in mails. */
export function forecastWords({ leaves, arrives, than }: OrderForecast): ForecastWords {
  const range = { from: arrives.p50, to: arrives.p90 };
  switch (than) {
    case "later":
      return {
        title: "As the bench stands today, it is behind",
        tone: "warning",
        words: [
          "More likely than not it leaves us after that day, around ",
          { day: leaves.p50 },
          ". Should it stay so, we write to you before the day comes, and you can choose what happens then.",
        ],
      };
    case "unsure":
      return {
        title: null,
        tone: "plain",
        words: [
          "As the bench stands today it may be late: it arrives ",
          range,
          ", and is still likelier in time than not. Should it fall behind, we write to you before the day comes.",
        ],
      };
    case "earlier":
      return {
        title: null,
        tone: "soft",
        words: [
          "As the bench stands today it is ahead, and arrives ",
          range,
          ". What we promised stays as it is.",
        ],
      };
    case "promised":
      return { title: null, tone: "soft", words: ["As the bench stands today that holds."] };
  }
}
