import { Paragraph } from "@/components/email/parts";
import { holds, sentence } from "@/components/email/words";
import { forecastWords } from "@/lib/domain/forecast-words";
import type { MailContext } from "@/lib/features/mailbox/schema";

type ForecastProps = {
  parcels: MailContext["parcels"];
  /** whether the parcels are told by what lies in them; not in a mail that may be passed on */
  named?: boolean;
};

/**
 * What the bench says as the mail is written, in the words of the order's page: only where it differs from the promise.
 * The promise itself is said before, as it was made.
 */
export function Forecast({ parcels, named = false }: ForecastProps) {
  return parcels.map(({ parcel, forecast, holds: pieces }) => {
    if (!forecast || forecast.than === "promised") return null;
    const { title, words } = forecastWords(forecast);
    return (
      <Paragraph key={parcel}>
        {named && parcels.length > 1 ? `${holds(pieces)}: ` : ""}
        {title ? `${title}. ` : ""}
        {sentence(words)}
      </Paragraph>
    );
  });
}

/** Those in which these pieces lie. */
export function parcelsOf(
  { pieces }: { pieces: readonly string[] },
  parcels: MailContext["parcels"],
): MailContext["parcels"] {
  return parcels.filter((parcel) => parcel.pieces.some((number) => pieces.includes(number)));
}
