import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";
import canonicalize from "canonicalize";
import * as z from "zod/mini";
import type { Fit } from "@/lib/domain/engraving";
import { engravingFontLabel } from "@/lib/domain/engraving-fonts";
import { normaliseEngraving } from "@/lib/domain/engraving-text";
import { engravingInWords } from "@/lib/domain/engraving-words";
import { finishLabel } from "@/lib/domain/finish";
import { lengthLabel, lengthSystems } from "@/lib/domain/length";
import { defaultFinish } from "@/lib/domain/option-rules";
import type { ProductOptions } from "@/lib/domain/options";
import { chosenSize, type Personalization } from "@/lib/domain/personalization";
import { plainBackMm, zonesLeaving } from "@/lib/domain/resizing";
import { ringSizeLabel, ringSystems } from "@/lib/domain/ring-size";
import { inMm, lowerFirst } from "@/lib/domain/sentence";

/**
 * A personalization frozen: what is made, in ids and in the words of the day on which it was chosen, so that it reads
 * the same when the product, a label or a font is long gone. Never change what version 1 means: add a version, and
 * let `specSchema` read both.
 */
const named = z.strictObject({ id: z.string(), label: z.string() });

const specV1Shape = {
  product: z.strictObject({ slug: z.string(), name: z.string() }),
  metal: z.strictObject({ id: z.string(), label: z.string(), fineness: z.int() }),
  finish: named,
  size: z.nullable(
    z.discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("ring"),
        system: z.enum(ringSystems),
        value: z.string(),
        /** inner circumference */
        mm: z.number(),
      }),
      z.strictObject({
        kind: z.literal("length"),
        system: z.enum(lengthSystems),
        value: z.string(),
        mm: z.number(),
      }),
    ]),
  ),
  /** in the product's order of settings */
  stones: z.array(
    z.strictObject({
      slot: named,
      stone: named,
      cut: z.enum(["round", "cabochon", "oval", "square"]),
      mm: z.number(),
    }),
  ),
  /** in the product's order of places */
  engraving: z.array(
    z.strictObject({
      zone: named,
      /** NFC; lines end with \n */
      text: z.string(),
      font: named,
      /** height of a capital letter */
      heightMm: z.number(),
      technique: z.enum(["hand", "machine", "laser"]),
    }),
  ),
  motif: z.nullable(named),
};

const specV1Schema = z.strictObject({ version: z.literal(1), ...specV1Shape });

/** What version 1 can say is still said in it, so that equal choices keep an equal hash. */
const specV2Schema = z.strictObject({
  version: z.literal(2),
  ...specV1Shape,
  /** so much of the shank's back stays plain, for resizing later */
  resizable: z.strictObject({ plainBackMm: z.number() }),
});

export const specSchema = z.discriminatedUnion("version", [specV1Schema, specV2Schema]);
export type Spec = z.infer<typeof specSchema>;
export type FrozenSpec = { spec: Spec; canonical: string; hash: string };

export type SpecFacts = {
  alloys: readonly { id: string; label: string; fineness: number }[];
  stones: readonly { id: string; label: string }[];
  /** the measured engravings: where the shopper left the letter height to us, it is theirs */
  fits: readonly Pick<Fit, "zone" | "heightMm">[];
};

/** Choices that have passed the schema and the fit, frozen. Equal choices in another order have an equal hash. */
export function freezeSpec(
  product: { slug: string; name: string; options: ProductOptions },
  personalization: Personalization,
  facts: SpecFacts,
): FrozenSpec {
  const { options } = product;
  const metal = mustFind(facts.alloys, personalization.metal);
  const finish = personalization.finish ?? defaultFinish(options, personalization) ?? "polished";
  const motif = personalization.motif === undefined ? null : mustFind(options.motifs, personalization.motif);
  const plainMm = personalization.resizable ? plainBackMm(options) : 0;
  return sealSpec({
    ...(plainMm > 0 ? { version: 2, resizable: { plainBackMm: plainMm } } : { version: 1 }),
    product: { slug: product.slug, name: product.name },
    metal: { id: metal.id, label: metal.label, fineness: metal.fineness },
    finish: { id: finish, label: finishLabel(finish) },
    size: freezeSize(options, personalization),
    stones: freezeStones(options, personalization, facts),
    engraving: freezeEngraving(options, personalization, facts),
    motif: motif && { id: motif.id, label: motif.label },
  });
}

/** RFC 8785 text and its SHA-256; the database checks that the two belong together. */
export function sealSpec(spec: Spec): FrozenSpec {
  const canonical = canonicalize(spec);
  if (canonical === undefined) throw new Error("A spec without a canonical form");
  return { spec, canonical, hash: bytesToHex(sha256(utf8ToBytes(canonical))) };
}

/** The places to engrave on this very piece. */
export function zonesOfSpec<T extends Pick<ProductOptions, "engravingZones">>(spec: Spec, options: T) {
  return zonesLeaving(options.engravingZones, spec.version === 2 ? spec.resizable.plainBackMm : 0);
}

/** Whether a stored text is still the one that its hash was made of. */
export function isSealed(canonical: string, hash: string): boolean {
  return bytesToHex(sha256(utf8ToBytes(canonical))) === hash;
}

/** A stored spec of any version. Throws where the text is none: the database never holds such. */
export function readSpec(canonical: string): Spec {
  return specSchema.parse(JSON.parse(canonical));
}

/** THE words for a spec: bag, order, mail, bench ticket and certificate all show these. */
export function describeSpec(spec: Spec): { label: string; value: string }[] {
  return describeParts(spec).map(({ label, value }) => ({ label, value }));
}

/** The same, each line with the part of the piece that it tells of: labels are the studio's, and may be equal. */
export function describeParts(spec: Spec): { part: string; label: string; value: string }[] {
  return [
    { part: "metal", label: "Metal", value: `${spec.metal.label} (${spec.metal.fineness})` },
    { part: "finish", label: "Finish", value: spec.finish.label },
    ...(spec.size ? [{ part: "size", ...describeSize(spec.size) }] : []),
    ...(spec.version === 2
      ? [
          {
            part: "resizing",
            label: "Resizing",
            value: `${inMm(spec.resizable.plainBackMm)} of the shank left plain at the back, for resizing later`,
          },
        ]
      : []),
    ...(spec.motif ? [{ part: "motif", label: "Motif", value: spec.motif.label }] : []),
    ...spec.stones.map(({ slot, stone, cut, mm }) => ({
      part: `slot ${slot.id}`,
      label: slot.label,
      value: `${stone.label}, ${inMm(mm, 2)} ${cut}`,
    })),
    ...spec.engraving.map(({ zone, text, font, heightMm, technique }) => ({
      part: `zone ${zone.id}`,
      label: `Engraving, ${lowerFirst(zone.label)}`,
      value: `${engravingInWords(text)} in ${font.label}, ${inMm(heightMm, 2)} letters, ${techniqueWords[technique]}`,
    })),
  ];
}

/** Everything on one line, for lists and for Stripe's page. */
export function specInOneLine(spec: Spec): string {
  return describeSpec(spec)
    .map(({ value }) => value)
    .join(" · ");
}

export const techniqueWords = {
  hand: "cut by hand",
  machine: "cut by machine",
  laser: "cut by laser",
} as const;

function describeSize(size: NonNullable<Spec["size"]>): { label: string; value: string } {
  return size.kind === "ring"
    ? {
        label: "Ring size",
        value: `${ringSizeLabel(size.system, size.value)} (${inMm(size.mm)} round the inside)`,
      }
    : { label: "Length", value: `${lengthLabel(size.system, size.value)} (${inMm(size.mm, 0)})` };
}

function freezeSize(options: ProductOptions, { size }: Personalization): Spec["size"] {
  if (!options.size) return null;
  const chosen = chosenSize(options, size);
  if (!chosen || !size) throw new Error("Frozen before it was validated: the size");
  const { mm, value } = chosen;
  const ring = ringSystems.find((system) => system === size.system);
  if (ring) return { kind: "ring", system: ring, value, mm };
  return { kind: "length", system: size.system === "in" ? "in" : "cm", value, mm };
}

function freezeStones(
  options: ProductOptions,
  { stones = [] }: Personalization,
  facts: SpecFacts,
): Spec["stones"] {
  return options.stoneSlots.flatMap((slot) => {
    const choice = stones.find((candidate) => candidate.slot === slot.id);
    if (!choice) return [];
    const stone = mustFind(facts.stones, choice.stone);
    return [
      {
        slot: { id: slot.id, label: slot.label },
        stone: { id: stone.id, label: stone.label },
        cut: slot.cut,
        mm: slot.mm,
      },
    ];
  });
}

function freezeEngraving(
  options: ProductOptions,
  { engraving = [] }: Personalization,
  facts: SpecFacts,
): Spec["engraving"] {
  return options.engravingZones.flatMap((zone) => {
    const choice = engraving.find((candidate) => candidate.zone === zone.id);
    if (!choice) return [];
    const heightMm = choice.heightMm ?? facts.fits.find((fit) => fit.zone === zone.id)?.heightMm;
    if (heightMm === undefined) throw new Error(`Frozen before it was measured: ${zone.id}`);
    return [
      {
        zone: { id: zone.id, label: zone.label },
        text: normaliseEngraving(choice.text),
        font: { id: choice.font, label: engravingFontLabel(choice.font) },
        heightMm,
        technique: zone.technique,
      },
    ];
  });
}

function mustFind<T extends { id: string }>(list: readonly T[], id: string): T {
  const found = list.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`Frozen before it was validated: ${id}`);
  return found;
}
