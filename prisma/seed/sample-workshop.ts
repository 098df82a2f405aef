import type { WeeklyBlock } from "@/lib/domain/calendar";
import type { MakerSlug } from "./catalogue/types";

/** Alder & Finch, a workshop that never was. */
export const sampleWorkshop = {
  name: "Alder & Finch",
  email: "hello@example.com",
  phone: "0117 496 0142",
  line1: "4 Ropewalk Yard",
  line2: null,
  city: "Bristol",
  region: "England",
  postalCode: "BS2 0KM",
  country: "GB",
  timeZone: "Europe/London",
  currency: "GBP",
  hourlyRateMinor: 4_000,
  marginBps: 1_100,
  roundToMinor: 500,
  checkoutMinutes: 60,
  hallmarkCountry: "GB",
} as const;

export type SampleArtisan = {
  key: string;
  name: string;
  email: string;
  role: "OWNER" | "ARTISAN";
  maker: MakerSlug | null;
  skills: string[];
  hours: WeeklyBlock[];
  /** month and day, every year, both included */
  timeOff: { from: string; to: string; reason: string }[];
  /** single days of illness in a year, known only in the morning */
  sickDays: number;
};

const MONDAY = 1;
const TUESDAY = 2;
const WEDNESDAY = 3;
const THURSDAY = 4;
const FRIDAY = 5;

/**
 * In the order in which free hands are asked. Hours are those at the bench with orders; afternoons go into repairs,
 * teaching, buying and the post.
 */
export const sampleArtisans: SampleArtisan[] = [
  {
    key: "rosalind",
    name: "Rosalind Alder",
    email: "rosalind@example.com",
    role: "OWNER",
    maker: "rosalind-alder",
    skills: ["forming", "polishing", "checking"],
    hours: blocks([MONDAY, TUESDAY, WEDNESDAY, THURSDAY], [9, 13]),
    timeOff: [
      { from: "05-25", to: "05-29", reason: "Teaching at the summer school" },
      { from: "09-07", to: "09-15", reason: "Holiday" },
    ],
    sickDays: 3,
  },
  {
    key: "kit",
    name: "Kit Finch",
    email: "kit@example.com",
    role: "ARTISAN",
    maker: "kit-finch",
    skills: ["setting", "forming", "checking"],
    hours: blocks([MONDAY, TUESDAY, THURSDAY, FRIDAY], [9.5, 13]),
    timeOff: [
      { from: "02-16", to: "02-20", reason: "Half-term" },
      { from: "07-27", to: "08-07", reason: "Holiday" },
    ],
    sickDays: 4,
  },
  {
    key: "maud",
    name: "Maud Osei",
    email: "maud@example.com",
    role: "ARTISAN",
    maker: "maud-osei",
    skills: ["engraving", "forming", "checking", "packing"],
    hours: blocks([TUESDAY, WEDNESDAY, THURSDAY], [10, 13], [14, 15]),
    timeOff: [{ from: "06-15", to: "06-26", reason: "Accra" }],
    sickDays: 2,
  },
  {
    key: "jonas",
    name: "Jonas Webb",
    email: "jonas@example.com",
    role: "ARTISAN",
    maker: null,
    skills: ["polishing", "checking", "packing"],
    hours: blocks([MONDAY, WEDNESDAY, FRIDAY], [10, 13.5]),
    timeOff: [{ from: "10-26", to: "10-30", reason: "Half-term" }],
    sickDays: 3,
  },
];

/** Days on which nobody is here, every year, beside public holidays. */
export const sampleClosures = [
  { from: "12-24", to: "12-31", name: "Christmas closing" },
  { from: "01-02", to: "01-02", name: "Christmas closing" },
  { from: "08-17", to: "08-21", name: "Summer closing" },
];

function blocks(weekdays: number[], ...hours: [number, number][]): WeeklyBlock[] {
  return weekdays.flatMap((weekday) =>
    hours.map(([from, to]) => ({ weekday, startMinute: from * 60, endMinute: to * 60 })),
  );
}
