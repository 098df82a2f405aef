import type { Notation, Notations } from "@/lib/domain/engraving-helpers-date";
import { shorten } from "@/lib/domain/sentence";

/** Coordinates: read in the usual notations, held against the globe, written as they are engraved. */

/** Degrees: north and east are positive. */
export type Place = { latitude: number; longitude: number };
export type ReadPlace = ({ ok: true } & Place) | { ok: false; message: string };

/** "51.4545, -2.5879" · "51°27′16″N 2°35′16″W" · "N 51 27.27 W 2 35.27" · "51 27 16, -2 35 16". */
export function readPlace(typed: string): ReadPlace {
  const text = plain(typed.slice(0, 120));
  const parts = split(text);
  if (!parts)
    return no(
      `We can’t read “${shorten(typed, 40)}” as a place. Write it like 51.4545, -2.5879 or 51°27′N 2°35′W.`,
    );
  const [a, b] = parts.map(readPart);
  if (!a?.ok) return a ?? no("Write two numbers: latitude and longitude.");
  if (!b?.ok) return b ?? no("Write two numbers: latitude and longitude.");
  const [one, two] = [axisOf(a.letter), axisOf(b.letter)];
  if (one && one === two)
    return no(`Those are two ${one}s. A place needs a latitude (N or S) and a longitude (E or W).`);
  const swapped = one === "longitude" || two === "latitude";
  const [latitude, longitude] = swapped ? [b, a] : [a, b];
  return (
    refuseBeyond(latitude, 90, ["N", "S"]) ??
    refuseBeyond(longitude, 180, ["E", "W"]) ?? {
      ok: true,
      latitude: latitude.degrees,
      longitude: longitude.degrees,
    }
  );
}

/** The place as it is usually engraved. */
export function placeNotations(typed: string): Notations {
  const read = readPlace(typed);
  if (!read.ok) return read;
  const minutes = both(read, inMinutes);
  return {
    ok: true,
    notations: [
      { label: "Degrees and minutes", text: minutes.join(" ") },
      { label: "On two lines", text: minutes.join("\n") },
      { label: "Degrees, minutes and seconds", text: both(read, inSeconds).join(" ") },
      { label: "Decimals, with letters", text: both(read, inDecimals).join(" ") },
      { label: "Decimals", text: `${decimal(read.latitude)}, ${decimal(read.longitude)}` },
    ] satisfies Notation[],
  };
}

type Part = { ok: true; degrees: number; letter: string; written: string };

/** One writing of what people write in many: signs, primes, commas, words for the four winds. */
function plain(typed: string): string {
  const text = typed
    .normalize("NFC")
    .toUpperCase()
    .replace(/[−–—]/g, "-")
    .replace(/[º˚]/g, "°")
    .replace(/''|[″“”]/g, '"')
    .replace(/[′’‘´`]/g, "'")
    .replace(/\b(NORTH|SOUTH|EAST|WEST)\b/g, (word) => word.slice(0, 1))
    .replace(/\b(LAT|LATITUDE|LON|LONG|LONGITUDE)\b[:.]?/g, " ")
    .trim();
  // Where a comma is the decimal point, whole numbers of one to three digits stand before four or so.
  return /^[^,]*\d,\d{3,}[^,]*\d,\d{3,}[^,]*$/.test(text) ? text.replaceAll(",", ".") : text;
}

/** Into latitude and longitude; null where it can't be seen where one ends. */
function split(text: string): [string, string] | null {
  if (!/^[-+\d.,;/\s°'"NSEW]+$/.test(text)) return null;
  const marked =
    /^(.*?[NSEW])\s*[,;/]?\s*(\S.*[NSEW])$/.exec(text) ?? /^([NSEW].*?)\s*[,;/]?\s*([NSEW].*)$/.exec(text);
  if (marked && /^[NSEW]/.test(text)) {
    const led = /^([NSEW][^NSEW]+?)[\s,;/]*([NSEW][^NSEW]+)$/.exec(text);
    return led ? pair(led) : null;
  }
  if (marked) return pair(marked);
  const parted = text.split(/\s*[,;/]\s*/).filter(Boolean);
  if (parted.length === 2) return [parted[0] ?? "", parted[1] ?? ""];
  const signed =
    /^([-+]?\d[^-+]*?)\s*([-+]\d[^-+]*)$/.exec(text) ??
    /^([-+]?\d[^°]*°.*?)\s+([-+]?[\d.]+\s*°.*)$/.exec(text);
  if (signed) return pair(signed);
  const numbers = text.split(/\s+/);
  const half = numbers.length / 2;
  return Number.isInteger(half) && half <= 3
    ? [numbers.slice(0, half).join(" "), numbers.slice(half).join(" ")]
    : null;
}

function pair(match: RegExpExecArray): [string, string] {
  return [match[1] ?? "", match[2] ?? ""];
}

function readPart(part: string): Part | { ok: false; message: string } {
  const match =
    /^([NSEW])?\s*([-+])?\s*(\d{1,3}(?:\.\d+)?)\s*°?\s*(?:(\d{1,2}(?:\.\d+)?)\s*'?\s*(?:(\d{1,2}(?:\.\d+)?)\s*"?\s*)?)?([NSEW])?$/.exec(
      part.trim(),
    );
  if (!match) return no(`We can’t read “${shorten(part, 24)}”. Write it like 51°27′N or 51.4545.`);
  const [, before, sign, degrees = "", minutes, seconds, after] = match;
  if (before && after) return no(`“${shorten(part, 24)}” has two letters. One says which way.`);
  const letter = before ?? after ?? "";
  if (letter && sign)
    return no(`“${shorten(part, 24)}” has a sign and a letter. Either says which way: leave one out.`);
  if ((minutes && degrees.includes(".")) || (seconds && minutes?.includes(".")))
    return no(`In “${shorten(part, 24)}” only the last number may have decimals.`);
  for (const [value, name] of [
    [minutes, "minutes"],
    [seconds, "seconds"],
  ] as const)
    if (Number(value ?? 0) >= 60) return no(`${value} ${name} can’t be: they go from 0 to 59.`);
  const size = Number(degrees) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600;
  const negative = sign === "-" || letter === "S" || letter === "W";
  const written = `${writeSize(size)}°${letter ? ` ${letter}` : ""}`;
  return { ok: true, degrees: negative && size !== 0 ? -size : size, letter, written };
}

function refuseBeyond({ degrees, letter, written }: Part, most: number, letters: readonly [string, string]) {
  if (Math.abs(degrees) <= most) return undefined;
  const name = most === 90 ? "latitude" : "longitude";
  const end = most === 90 ? "the poles lie at 90°" : "it meets itself at 180°";
  const shown = letter ? written : `${degrees < 0 ? "-" : ""}${written}`;
  return no(
    `${shown} isn’t on the globe: a ${name} goes from ${most}° ${letters[1]} to ${most}° ${letters[0]}, ${end}.`,
  );
}

function axisOf(letter: string): "latitude" | "longitude" | null {
  if (letter === "") return null;
  return letter === "N" || letter === "S" ? "latitude" : "longitude";
}

function both(place: Place, write: (size: number) => string): [string, string] {
  const { latitude, longitude } = place;
  return [
    `${write(Math.abs(latitude))}${latitude < 0 ? "S" : "N"}`,
    `${write(Math.abs(longitude))}${longitude < 0 ? "W" : "E"}`,
  ];
}

function inMinutes(size: number): string {
  const minutes = Math.round(size * 60);
  return `${Math.floor(minutes / 60)}°${two(minutes % 60)}′`;
}

function inSeconds(size: number): string {
  const seconds = Math.round(size * 3600);
  return `${Math.floor(seconds / 3600)}°${two(Math.floor(seconds / 60) % 60)}′${two(seconds % 60)}″`;
}

function inDecimals(size: number): string {
  return `${size.toFixed(4)}°`;
}

/** With the hyphen that every typeface has. */
function decimal(degrees: number): string {
  const text = degrees.toFixed(4);
  return text === "-0.0000" ? "0.0000" : text;
}

function writeSize(size: number): string {
  return String(Number(size.toFixed(4)));
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}

function no(message: string): { ok: false; message: string } {
  return { ok: false, message };
}
