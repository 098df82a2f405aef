import { z } from "zod";

/**
 * What can be chosen on a product, as data. The studio edits it; form, validation, price, routing,
 * fit and preview all read it. Stored as JSON on the product.
 */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const label = z.string().min(1).max(80);
const minor = z.int().min(0).max(100_000_00);
const minutes = z.int().min(0).max(10_000);
const mm = z.number().positive().max(2000);

const MOST_IN_ROW = 12;

const metalOptionSchema = z.strictObject({
  alloy: id,
  /** finishes this alloy can take; the first is the default */
  finishes: z.array(id).min(1),
  /** bench minutes this alloy adds to forming and polishing (platinum is slow) */
  extraMinutes: minutes.default(0),
});

/** Whether a finished ring can be made larger or smaller, by how much round its inside, and what that asks of it now. */
const resizingSchema = z.discriminatedUnion("possible", [
  z.strictObject({
    possible: z.literal(true),
    upMm: z.number().min(0).max(20),
    downMm: z.number().min(0).max(20),
    /** the first time is on the house for so long; 0: never */
    freeDays: z.int().min(0).max(3650),
    /** of the shank's back, kept plain for who wants to resize it later: engraving gives way; 0: none is needed */
    plainBackMm: z.number().min(0).max(30),
  }),
  z.strictObject({ possible: z.literal(false), because: z.string().min(1).max(200) }),
]);

const ringSizeOptionSchema = z.strictObject({
  kind: z.literal("ring"),
  /** inner circumference */
  minMm: mm,
  maxMm: mm,
  /** smallest step that the bench works to; a US quarter size is 0.638 mm */
  stepMm: mm,
  /** of the band: a wide one wears tight, and the shopper is told; left out: nothing is said */
  bandWidthMm: z.number().positive().max(30).optional(),
  /** told beside the size; left out: nothing is said */
  resizing: resizingSchema.optional(),
});

const lengthOptionSchema = z.strictObject({
  kind: z.literal("length"),
  minMm: mm,
  maxMm: mm,
  stepMm: mm,
});

const stoneSlotSchema = z.strictObject({
  id,
  label,
  cut: z.enum(["round", "cabochon", "oval", "square"]),
  mm,
  allowed: z.array(id).min(1),
  required: z.boolean(),
  /** shown before anything is chosen; must be one of `allowed` */
  default: id,
  settingMinutes: minutes,
});

export const engravingTechniqueSchema = z.enum(["hand", "machine", "laser"]);

const engravingZoneSchema = z.strictObject({
  id,
  label,
  /** ring-inside and ring-outside take their width from the ring's size, the others from `widthMm` */
  shape: z.enum(["straight", "arc", "disc", "ring-inside", "ring-outside"]),
  widthMm: mm.nullable(),
  /** across the disc itself, whose middle the letters' rectangle shares; left out: just large enough for it */
  diameterMm: mm.optional(),
  /** kept free on a ring: the hallmark's room */
  reservedMm: z.number().min(0).max(50).default(0),
  heightMm: mm,
  lines: z.int().min(1).max(6),
  minHeightMm: mm,
  maxHeightMm: mm,
  fonts: z.array(id).min(1),
  technique: engravingTechniqueSchema,
  required: z.boolean(),
  /** stands beside this stone, as an initial does: without the stone there is nothing to stand beside */
  besideSlot: id.optional(),
  /** spaces and accents aside */
  maxCharacters: z.int().min(1).max(40).optional(),
  baseMinor: minor,
  perCharacterMinor: minor,
  baseMinutes: minutes,
  perCharacterMinutes: minutes,
});

const motifSchema = z.strictObject({ id, label, surchargeMinor: minor, minutes });

/** "Where all of `when` is chosen, `forbid` can't be"; the shopper reads `because`. */
const ruleSchema = z.strictObject({
  when: z.strictObject({ metal: id.optional(), finish: id.optional(), motif: id.optional() }),
  forbid: z.strictObject({
    finish: id.optional(),
    zone: id.optional(),
    motif: id.optional(),
    slot: id.optional(),
  }),
  because: z.string().min(1).max(200),
});

/**
 * What, besides words engraved, makes a piece its buyer's own, so that there is no right to return it (2011/83/EU
 * Art. 16(c), SI 2013/3134 reg. 28(1)(b)); told before paying.
 */
const personalSchema = z.strictObject({
  stones: z.boolean(),
  motif: z.boolean(),
  /** sizes that others buy too; any other is made to measure. null: all are */
  usualSizes: z.strictObject({ fromMm: mm, toMm: mm }).nullable(),
});

export const productOptionsSchema = z
  .strictObject({
    version: z.literal(1),
    metals: z.array(metalOptionSchema).min(1),
    size: z.discriminatedUnion("kind", [ringSizeOptionSchema, lengthOptionSchema]).nullable(),
    stoneSlots: z.array(stoneSlotSchema),
    /** the settings are one row: filled from the first on without a gap, in the shopper's own order */
    stoneRow: z.boolean().optional(),
    engravingZones: z.array(engravingZoneSchema),
    motifs: z.array(motifSchema),
    motifRequired: z.boolean(),
    rules: z.array(ruleSchema),
    personal: personalSchema.optional(),
  })
  .superRefine((options, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    for (const [name, ids] of [
      ["metals", options.metals.map((metal) => metal.alloy)],
      ["stoneSlots", options.stoneSlots.map((slot) => slot.id)],
      ["engravingZones", options.engravingZones.map((zone) => zone.id)],
      ["motifs", options.motifs.map((motif) => motif.id)],
    ] as const) {
      if (new Set(ids).size !== ids.length) refuse([name], "The same id stands here twice.");
    }
    if (options.size && options.size.minMm > options.size.maxMm)
      refuse(["size", "minMm"], "The smallest size is above the largest.");
    options.stoneSlots.forEach((slot, index) => {
      if (!slot.allowed.includes(slot.default))
        refuse(["stoneSlots", index, "default"], "The default stone isn't allowed here.");
    });
    if (options.stoneRow && options.stoneSlots.length > MOST_IN_ROW)
      refuse(["stoneRow"], `A row has ${MOST_IN_ROW} stones at most.`);
    const firstOptional = options.stoneSlots.findIndex((slot) => !slot.required);
    options.stoneSlots.forEach((slot, index) => {
      if (options.stoneRow && slot.required && firstOptional >= 0 && index > firstOptional)
        refuse(
          ["stoneSlots", index, "required"],
          "In a row, none can be a must after one that can be left out.",
        );
    });
    const { personal } = options;
    if (personal?.usualSizes && personal.usualSizes.fromMm > personal.usualSizes.toMm)
      refuse(["personal", "usualSizes", "fromMm"], "The smallest size is above the largest.");
    options.engravingZones.forEach((zone, index) => {
      const { besideSlot } = zone;
      if (besideSlot !== undefined && !options.stoneSlots.some((slot) => slot.id === besideSlot))
        refuse(["engravingZones", index, "besideSlot"], "There is no such stone to stand beside.");
      const twin = options.engravingZones.findIndex((other) => other.besideSlot === besideSlot);
      if (besideSlot !== undefined && twin < index)
        refuse(["engravingZones", index, "besideSlot"], "An initial stands beside that stone already.");
      const onRing = zone.shape === "ring-inside" || zone.shape === "ring-outside";
      if (onRing && options.size?.kind !== "ring")
        refuse(["engravingZones", index, "shape"], "Only a ring with sizes has an inside.");
      if (!onRing && zone.widthMm === null)
        refuse(["engravingZones", index, "widthMm"], "This zone needs its width in mm.");
      if (zone.diameterMm !== undefined && zone.shape !== "disc")
        refuse(["engravingZones", index, "diameterMm"], "Only a disc has a diameter: leave this empty.");
      if (zone.diameterMm !== undefined && zone.diameterMm < (zone.widthMm ?? 0))
        refuse(["engravingZones", index, "diameterMm"], "The width for letters is more than the disc has.");
      if (zone.minHeightMm > zone.maxHeightMm)
        refuse(["engravingZones", index, "minHeightMm"], "The smallest letter is above the largest.");
    });
  });

export type ProductOptions = z.infer<typeof productOptionsSchema>;
export type MetalOption = ProductOptions["metals"][number];
export type SizeOption = NonNullable<ProductOptions["size"]>;
export type Resizing = z.infer<typeof resizingSchema>;
export type StoneSlot = ProductOptions["stoneSlots"][number];
export type EngravingZone = ProductOptions["engravingZones"][number];
export type Motif = ProductOptions["motifs"][number];
export type OptionRule = ProductOptions["rules"][number];
