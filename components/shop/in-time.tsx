import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { DateText } from "@/components/ui/date";
import { Notice, type Tone } from "@/components/ui/notice";
import { SelectField, TextField } from "@/components/ui/text-field";
import { dayWords } from "@/lib/domain/day-words";
import { type InTimeMark, inTimeMark } from "@/lib/domain/in-time";
import type { InTimeView, ListingView } from "@/lib/features/catalog/schema";
import { chosenValues } from "@/lib/features/catalog/shop-filter";
import { routes } from "@/lib/platform/routes";

/** Asks by when and where to: a plain form, answered by another address. What is chosen already goes along. */
export function NeedByForm({ listing }: { listing: ListingView }) {
  const { filter, destinations, inTime } = listing;
  if (destinations.length === 0) return null;
  const { by = "", country = null } = filter.inTime ?? {};
  const home = destinations[0]?.code;
  const error = (field: "needBy" | "country") =>
    inTime && !inTime.ok && inTime.field === field ? inTime.message : undefined;
  const known = destinations.some(({ code }) => code === country);
  return (
    <form
      action={routes.shop}
      className="grid grid-cols-2 items-start gap-x-3 gap-y-3 sm:grid-cols-[12rem_14rem_auto] sm:justify-start sm:gap-x-4"
    >
      {chosenValues(filter).map(({ name, value }) => (
        <input key={`${name}.${value}`} type="hidden" name={name} value={value} />
      ))}
      {filter.sort !== "featured" && <input type="hidden" name="sort" value={filter.sort} />}
      <TextField
        type="date"
        name="needBy"
        label="I need it by"
        defaultValue={by}
        required
        error={error("needBy")}
      />
      <SelectField name="country" label="Sent to" defaultValue={country ?? home} error={error("country")}>
        {country !== null && !known && <option value={country}>{country}</option>}
        {destinations.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <button
        type="submit"
        className={buttonClass({ variant: "secondary", className: "col-span-2 sm:col-span-1 sm:mt-7" })}
      >
        Show what arrives in time
      </button>
    </form>
  );
}

/** What the marks below mean, and of which delivery they speak. */
export function InTimeNote({ inTime }: { inTime: InTimeView | undefined }) {
  if (!inTime?.ok) return null;
  const { day, place, delivery, quicker, current, asOf } = inTime;
  return (
    <div className="mt-3 grid gap-3">
      <p className="max-w-text text-ink-soft text-sm">
        The likeliest to arrive by <DateText iso={day}>{dayWords(day)}</DateText> come first, counted for{" "}
        {place} by {delivery}: ordered now, and made plainly. What you choose may take longer; the piece’s own
        page says so.
        {quicker && ` ${quicker}, at the checkout, is quicker.`}
      </p>
      {!current && (
        <Notice role="status">
          {asOf
            ? `The bench has changed, and the chances are being worked out anew. These are of ${asOf}.`
            : "We are working out when each piece would arrive. Please look again in a minute."}
        </Notice>
      )}
    </div>
  );
}

const marks: Record<InTimeMark, { tone: Tone; words: string }> = {
  VERY_LIKELY: { tone: "positive", words: "Very likely in time" },
  LIKELY: { tone: "accent", words: "Likely in time" },
  UNLIKELY: { tone: "warning", words: "Unlikely in time" },
  TOO_LATE: { tone: "neutral", words: "Too late" },
};

type InTimeBadgeProps = { chance: number | null | undefined; current: boolean };

/** How likely one piece is there: in words first, in tenths after. No date is not the same as not worked out yet. */
export function InTimeBadge({ chance, current }: InTimeBadgeProps) {
  if (chance === undefined) return null;
  if (chance === null)
    return <Badge>{current ? "We’d confirm the date with you" : "Its date is being worked out"}</Badge>;
  const mark = inTimeMark(chance);
  const { tone, words } = marks[mark];
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Badge tone={tone}>{words}</Badge>
      {mark !== "TOO_LATE" && <span className="text-ink-faint text-xs">{tenths(chance)}</span>}
    </span>
  );
}

function tenths(chance: number): string {
  return chance > 0.95 ? "more than 9 in 10" : `about ${Math.max(1, Math.floor(chance * 10))} in 10`;
}
