import { readFields } from "@/lib/platform/action";
import { readMoneyFields } from "@/lib/platform/money-fields";

/** What a form's plain fields mean; the schemas judge it. */

/** Hours come as "hours.1.0.start" = "09:00": weekday, block, end of it. A block without times isn't there. */
export function readArtisanForm(form: FormData): Record<string, unknown> {
  const fields = Object.entries(readFields(form)).filter(
    ([name]) => !name.startsWith("hours.") && name !== "skills" && name !== "active",
  );
  return { ...Object.fromEntries(fields), skills: form.getAll("skills"), hours: readHours(form) };
}

function readHours(form: FormData): unknown[] {
  const starts = [...form.entries()].filter(([name]) => /^hours\.[1-7]\.\d{1,2}\.start$/.test(name));
  return starts.flatMap(([name, start]) => {
    const [, weekday, block] = name.split(".");
    const end = form.get(`hours.${weekday}.${block}.end`);
    if (start === "" && (end === "" || end === null)) return [];
    return [{ weekday, startMinute: minuteOf(start), endMinute: minuteOf(end) }];
  });
}

/** NaN where there is no time: an empty text would be read as midnight. */
function minuteOf(time: FormDataEntryValue | null): number {
  const match = typeof time === "string" ? /^(\d{2}):(\d{2})(:\d{2})?$/.exec(time) : null;
  return match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
}

/** Countries as "GB, IE" or "*". */
export function readShippingForm(form: FormData): Record<string, unknown> {
  const { countries, active: _active, ...fields } = readMoneyFields(form, ["priceMinor"]);
  return { ...fields, countries: words(countries), active: form.get("active") === "on" };
}

function words(value: unknown): string[] {
  return typeof value === "string"
    ? value
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean)
    : [];
}

/** The margin comes in per cent. NaN where it can't be read: an empty text would be read as no margin at all. */
export function readWorkshopForm(form: FormData): Record<string, unknown> {
  const { marginPercent, ...fields } = readMoneyFields(form, ["hourlyRateMinor", "roundToMinor"]);
  const percent = typeof marginPercent === "string" && /^\d{1,3}(\.\d{1,2})?$/.test(marginPercent.trim());
  return { ...fields, marginBps: percent ? Math.round(Number(marginPercent) * 100) : Number.NaN };
}
