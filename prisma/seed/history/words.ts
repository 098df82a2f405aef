import type { EngravingZone } from "@/lib/domain/options";
import type { Random } from "./random";

/** What people had engraved, by the room that a place has. */
const names =
  "Ada,Alfie,Amara,Arlo,Bea,Cleo,Dylan,Elsie,Ezra,Finn,Greta,Ida,Jonah,Kit,Lina,Mabli,Milo,Nell,Noor,Otis,Pearl,Rafi,Rosa,Sami,Tove,Wren".split(
    ",",
  );
const lines = [
  "not lost but gone before",
  "come what may",
  "see you at home",
  "let us share in joy and care",
  "my heart is yours",
  "two is company",
  "the long way round",
  "hold fast",
  "always the sea",
  "steady on",
  "this is for you",
  "je reviendrai",
  "semper idem",
  "here be dragons",
  "well, hello",
];
const short = ["always", "home", "brave", "onwards", "yes", "ours", "stay", "cariad", "liebe", "amor"];
const places = [
  "51.4545 N\n2.5879 W",
  "55.9533 N\n3.1883 W",
  "54.5260 N\n1.5526 W",
  "50.1528 N\n5.0653 W",
  "51.8787 N\n0.4200 W",
];

export function wordsFor(
  random: Random,
  zone: Pick<EngravingZone, "id" | "shape" | "lines" | "heightMm" | "besideSlot">,
): string {
  if (zone.id === "initial" || zone.besideSlot) return random.pick(names).charAt(0);
  if (zone.lines >= 4)
    return random.chance(0.7) ? random.pick(places) : `${random.pick(names)}\n${dateIn(random)}`;
  if (zone.shape === "disc") {
    return random.weighted([
      [random.pick(names), 4],
      [`${initial(random)} & ${initial(random)}`, 3],
      [`${random.pick(names)}\n${dateIn(random)}`, 2],
    ]);
  }
  if (zone.shape === "ring-inside" || zone.shape === "ring-outside") {
    return random.weighted([
      [random.pick(lines), 4],
      [`${initial(random)} & ${initial(random)} ${dateIn(random)}`, 4],
      [dateIn(random), 3],
      [random.pick(short), 1],
    ]);
  }
  if (zone.id === "inside")
    return random.chance(0.5) ? `${random.pick(names)} ${dateIn(random)}` : random.pick(lines);
  return random.weighted([
    [random.pick(names), 5],
    [`${random.pick(names)} & ${random.pick(names)}`, 2],
    [random.pick(short), 2],
    [`${initial(random)}${initial(random)}`, 1],
  ]);
}

/** Something that fits anywhere. */
export function shortestWords(random: Random): string {
  return initial(random);
}

const cards = [
  "Happy birthday, with all our love",
  "For the best sister anyone was ever given",
  "To the two of you, from all of us",
  "You did it. We always knew.",
  "Ten years and still laughing",
  "Welcome, small one",
  "With love from Bristol",
  "For Mum, who never asks for anything",
  "So you have something of home with you",
  "Happy Christmas, my dear",
  "",
];

export function cardFor(random: Random): string {
  return random.pick(cards);
}

/** `stage`: only for a piece that has it. */
const holdReasons: { reason: string; stage?: string }[] = [
  { reason: "Waiting for the buyer to confirm the spelling", stage: "engraving" },
  { reason: "Stone chipped in setting; a new one is on its way from the dealer", stage: "setting" },
  { reason: "Casting came back porous; recast ordered", stage: "casting" },
  { reason: "Size in doubt: buyer is measuring again" },
  { reason: "Buyer asked us to wait until they have moved house" },
  { reason: "Solder of this alloy has run out; more comes with the next delivery" },
];

export function holdReasonFor(random: Random, routing: readonly { stage: string }[]): string {
  const stages = new Set(routing.map(({ stage }) => stage));
  return random.pick(holdReasons.filter(({ stage }) => stage === undefined || stages.has(stage))).reason;
}

export const failedChecks = [
  "Fire stain on the inside edge",
  "Scratch across the front, left from the file",
  "Solder seam shows under the lens",
  "Polish is cloudy on one side",
  "One hammer mark is sharper than the rest",
  "Edge catches a cotton thread",
];

export const refundReasons = [
  "Bought the same ring twice by mistake",
  "Wedding moved to next year",
  "Changed their mind before we began",
];

export const delayReasons = [
  "The assay office has taken longer than usual",
  "The piece came back from checking and is being polished again",
  "Our engraver has been ill",
  "The casting had to be done again",
];

export const benchNotes = [
  "Buyer wrote: it's for a small hand, please keep the edges soft.",
  "Use the offcut from the last bangle, same melt.",
  "Second stone is a shade lighter; swapped it for the one from the other parcel.",
  "Solder flows late on this alloy, take it slowly.",
  "Photograph it before it goes to assay.",
  "Line starts opposite the seam, not at the hallmark.",
];

function initial(random: Random): string {
  return random.pick("ABCDEFGHJKLMNPRSTW".split(""));
}

function dateIn(random: Random): string {
  const year = random.int(2008, 2026);
  return `${random.int(1, 28)}.${random.int(1, 12)}.${year}`;
}
