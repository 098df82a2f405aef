import { type EngravingFaces, fitEngraving } from "@/lib/domain/engraving";
import { lengthChoices } from "@/lib/domain/length";
import { defaultFinish } from "@/lib/domain/option-rules";
import type { EngravingZone, ProductOptions, SizeOption } from "@/lib/domain/options";
import { chosenSize, type Personalization, personalizationSchema } from "@/lib/domain/personalization";
import { ringSizeChoices } from "@/lib/domain/ring-size";
import { type FrozenSpec, freezeSpec } from "@/lib/domain/spec";
import type { Random } from "./random";
import { shortestWords, wordsFor } from "./words";

export type ChoiceFacts = {
  alloys: readonly { id: string; label: string; fineness: number }[];
  stones: readonly { id: string; label: string }[];
  faces: EngravingFaces;
};

type Chooser = { slug: string; name: string; options: ProductOptions };

const metalWeights: Record<string, number> = {
  "sterling-silver": 52,
  "9k-yellow-gold": 12,
  "14k-rose-gold": 12,
  "18k-yellow-gold": 14,
  "18k-white-gold": 6,
  "platinum-950": 4,
};
const TRIES = 12;

/** Somebody's choices, passed through the very schema and fit that the shop uses, and frozen. */
export function inventSpec(product: Chooser, facts: ChoiceFacts, random: Random): FrozenSpec {
  const schema = schemaOf(product, facts);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const parsed = schema.safeParse(inventChoices(product.options, random));
    if (!parsed.success) continue;
    const sizeMm = chosenSize(product.options, parsed.data.size)?.mm ?? null;
    const fits = (parsed.data.engraving ?? []).map((choice) =>
      fitEngraving(zoneOf(product.options, choice.zone), choice, sizeMm, facts.faces),
    );
    if (fits.some(({ problems }) => problems.length > 0)) continue;
    return freezeSpec(product, parsed.data, { ...facts, fits: fits.map(({ fit }) => fit) });
  }
  throw new Error(`Nobody could order ${product.slug}`);
}

type Schema = ReturnType<typeof personalizationSchema>;

// Building one takes longer than using it.
const schemas = new WeakMap<Chooser, Schema>();

function schemaOf(product: Chooser, facts: ChoiceFacts): Schema {
  const schema = schemas.get(product) ?? personalizationSchema(product, facts);
  schemas.set(product, schema);
  return schema;
}

function inventChoices(options: ProductOptions, random: Random): Personalization {
  const metal = random.weighted(
    options.metals.map(({ alloy }) => [alloy, metalWeights[alloy] ?? 5] as const),
  );
  const finishes = options.metals.find(({ alloy }) => alloy === metal)?.finishes ?? [];
  const motif =
    options.motifs.length > 0 && (options.motifRequired || random.chance(0.35))
      ? random.pick(options.motifs).id
      : undefined;
  const usual = defaultFinish(options, { metal, motif });
  const finish = random.chance(0.7) ? usual : random.pick(finishes);
  const stones = inventStones(options, random);
  return {
    metal,
    ...(finish === undefined ? {} : { finish }),
    ...(options.size ? { size: inventSize(options.size, random) } : {}),
    ...(motif === undefined ? {} : { motif }),
    stones,
    engraving: options.engravingZones
      .filter(({ besideSlot }) => !besideSlot || stones.some(({ slot }) => slot === besideSlot))
      .filter((zone) => zone.required || random.chance(zone.shape === "ring-outside" ? 0.3 : 0.6))
      .map((zone) => inventEngraving(zone, random)),
  };
}

function inventSize(size: SizeOption, random: Random): NonNullable<Personalization["size"]> {
  if (size.kind === "ring") {
    const system = random.weighted([
      ["uk", 78],
      ["iso", 13],
      ["us", 9],
    ] as const);
    const wanted = random.chance(0.7) ? random.normal(53.6, 2.4) : random.normal(61, 2.8);
    return { system, value: nearest(ringSizeChoices(size, system), wanted) };
  }
  const system = random.chance(0.88) ? "cm" : "in";
  const middle = (size.minMm + size.maxMm) / 2;
  return {
    system,
    value: nearest(lengthChoices(size, system), random.normal(middle - 10, (size.maxMm - size.minMm) / 7)),
  };
}

/** A family's months: now and then the same stone twice, as life has it. */
function inventStones(
  { stoneSlots, stoneRow }: ProductOptions,
  random: Random,
): NonNullable<Personalization["stones"]> {
  const twins = random.chance(0.3);
  let last: string | undefined;
  const filled = stoneSlots.filter((slot) => slot.required || random.chance(0.6));
  return (stoneRow ? stoneSlots.slice(0, filled.length) : filled).map((slot) => {
    const again = twins && last !== undefined && slot.allowed.includes(last) ? last : undefined;
    last = again ?? random.pick(slot.allowed);
    return { slot: slot.id, stone: last };
  });
}

function inventEngraving(
  zone: EngravingZone,
  random: Random,
): NonNullable<Personalization["engraving"]>[number] {
  const text = random.chance(0.9) ? wordsFor(random, zone) : shortestWords(random);
  return { zone: zone.id, text, font: random.pick(zone.fonts) };
}

function nearest(choices: readonly { value: string; mm: number }[], wantedMm: number): string {
  const [best] = [...choices].sort((a, b) => Math.abs(a.mm - wantedMm) - Math.abs(b.mm - wantedMm));
  if (!best) throw new Error("A size without choices");
  return best.value;
}

function zoneOf(options: ProductOptions, id: string): EngravingZone {
  const zone = options.engravingZones.find((candidate) => candidate.id === id);
  if (!zone) throw new Error(`There is no place ${id}`);
  return zone;
}
