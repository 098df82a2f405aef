/** A day in the notations that are usual on jewellery. It proposes; what is engraved is what the shopper takes. */

export type Notation = { label: string; text: string };
export type Notations = { ok: true; notations: Notation[] } | { ok: false; message: string };

/** Any usual way to write a day, the day before the month: 12.6.2019, 12/06/2019, 12 June 2019, June 12 2019, 2019-06-12. */
export function dateNotations(typed: string): Notations {
  const read = readDate(typed.slice(0, 60).trim());
  if (!read.ok) return read;
  const { day, month, year } = read;
  const two = (n: number) => String(n).padStart(2, "0");
  const name = months[month - 1] ?? "";
  const roman = [day, month, year].map(toRoman);
  return {
    ok: true,
    notations: [
      { label: "In figures", text: `${two(day)}.${two(month)}.${year}` },
      { label: "In figures, short", text: `${two(day)}.${two(month)}.${two(year % 100)}` },
      { label: "The month in words", text: `${day} ${name} ${year}` },
      { label: "The American way", text: `${name} ${day}, ${year}` },
      { label: "In Roman numerals", text: roman.join("·") },
      { label: "The year alone, Roman", text: roman[2] ?? "" },
    ],
  };
}

/** 1 to 3999; larger numbers have no letters. */
export function toRoman(n: number): string {
  let rest = n;
  return romans
    .map(([value, letters]) => {
      const times = Math.floor(rest / value);
      rest -= times * value;
      return letters.repeat(times);
    })
    .join("");
}

type ReadDate = { ok: true; day: number; month: number; year: number } | { ok: false; message: string };

function readDate(text: string): ReadDate {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return checkDate(Number(iso[3]), Number(iso[2]), iso[1] ?? "");
  const figures = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d+)$/.exec(text);
  if (figures) return checkDate(Number(figures[1]), Number(figures[2]), figures[3] ?? "");
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?([a-z]+)\.?,?\s+(\d+)$/i.exec(text);
  if (dayFirst) return named(dayFirst[1], dayFirst[2], dayFirst[3]);
  const monthFirst = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d+)$/i.exec(text);
  if (monthFirst) return named(monthFirst[2], monthFirst[1], monthFirst[3]);
  return no("Write one day, for example 12.6.2019 or 12 June 2019.");
}

function named(day = "", word = "", year = ""): ReadDate {
  const month = months.findIndex(
    (name) => word.length > 2 && name.toLowerCase().startsWith(word.toLowerCase()),
  );
  if (month < 0) return no(`We know no month called “${word}”. Write it in English or as a number.`);
  return checkDate(Number(day), month + 1, year);
}

function checkDate(day: number, month: number, yearText: string): ReadDate {
  const year = Number(yearText);
  if (yearText.length !== 4 || year < 1000 || year > 3999)
    return no("Write the year with four digits, between 1000 and 3999.");
  if (month < 1 || month > 12)
    return no(
      `A year has twelve months, and ${month} isn’t one of them.${day <= 12 ? ` Did you mean ${month}.${day}.${year}? We read the day first.` : ""}`,
    );
  const name = months[month - 1] ?? "";
  const last = lastDay(month, year);
  if (day < 1 || day > last)
    return no(
      `There is no ${day} ${name} ${year}: that month went from the 1st to the ${last}${suffix(last)}.`,
    );
  return { ok: true, day, month, year };
}

function lastDay(month: number, year: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function suffix(day: number): string {
  return day === 31 ? "st" : "th";
}

function no(message: string): { ok: false; message: string } {
  return { ok: false, message };
}

const months = [
  ...["January", "February", "March", "April", "May", "June", "July"],
  ...["August", "September", "October", "November", "December"],
];

const romans = [
  ...([
    [1000, "M"],
    [900, "CM"],
    [500, "D"],
    [400, "CD"],
    [100, "C"],
    [90, "XC"],
    [50, "L"],
  ] as const),
  ...([
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ] as const),
];
