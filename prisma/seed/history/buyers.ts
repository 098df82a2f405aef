import { britishTowns, firstNames, foreignTowns, lastNames, streets } from "./names";
import type { Random } from "./random";

export type Buyer = {
  name: string;
  email: string;
  phone: string | null;
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postalCode: string;
  country: string;
};

const AT_HOME = 0.84;
/** Letters that no British postcode ends with. */
const UNUSED_LETTERS = "CIKMOV".split("");

export function inventBuyer(random: Random): Buyer {
  return random.chance(AT_HOME) ? inventBriton(random) : inventForeigner(random);
}

function inventBriton(random: Random): Buyer {
  const first = random.pick(firstNames);
  const last = random.pick(lastNames);
  const [city, outward] = random.weighted(britishTowns.map((town) => [town, town[2]] as const));
  return {
    name: `${first} ${last}`,
    email: emailOf(random, first, last),
    phone: random.chance(0.6) ? `07700 900${random.digits(3)}` : null,
    line1: `${random.int(1, 140)} ${random.pick(streets)}`,
    line2: random.chance(0.18) ? `Flat ${random.int(1, 12)}` : null,
    city,
    region: null,
    postalCode: `${outward} ${random.int(1, 9)}${random.pick(UNUSED_LETTERS)}${random.pick(UNUSED_LETTERS)}`,
    country: "GB",
  };
}

function inventForeigner(random: Random): Buyer {
  const { country, city, region, postalCode, street, ...names } = random.pick(foreignTowns);
  const first = random.pick(names.first);
  const last = random.pick(names.last);
  return {
    name: `${first} ${last}`,
    email: emailOf(random, first, last),
    phone: country === "US" || country === "CA" ? `+1 555 01${random.digits(2)}` : null,
    line1:
      country === "DE" || country === "NL" || country === "SE" || country === "CH"
        ? `${street} ${random.int(1, 60)}`
        : `${random.int(1, 90)} ${street}`,
    line2: null,
    ...{ city, region, postalCode, country },
  };
}

function emailOf(random: Random, first: string, last: string): string {
  const plain = (name: string) =>
    name
      .normalize("NFD")
      .replace(/[^A-Za-z]/g, "")
      .toLowerCase();
  const number = random.chance(0.4) ? random.int(1, 98) : "";
  return `${plain(first)}.${plain(last)}${number}@example.com`;
}
