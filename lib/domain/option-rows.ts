import { engravingFonts } from "@/lib/domain/engraving-fonts";
import type { FieldError } from "@/lib/domain/field-errors";
import { finishes } from "@/lib/domain/finish";
import { parseMoney } from "@/lib/domain/money-input";
import type { OptionEdit } from "@/lib/domain/option-edits";
import { personalFields, readPersonal, readResizing, resizingFields } from "@/lib/domain/option-rows-whole";
import type { ProductOptions } from "@/lib/domain/options";

/** The rows of a product's options as plain forms fill them: which fields each has, and what they mean. */

/** `motifs`, `row` and `personal` are said of the whole; the others are a row each, or the size. */
export const optionParts = [
  "metal",
  "size",
  "slot",
  "row",
  "zone",
  "motif",
  "motifs",
  "rule",
  "personal",
] as const;
export type OptionPart = (typeof optionParts)[number];

export const optionLists = {
  ...{ metal: "metals", slot: "stoneSlots", zone: "engravingZones", motif: "motifs", rule: "rules" },
  ...{ size: null, motifs: null, row: null, personal: null },
} as const satisfies Record<OptionPart, keyof ProductOptions | null>;

export type OptionFacts = {
  currency: string;
  alloys: readonly { id: string }[];
  stones: readonly { id: string }[];
};

type Read = { ok: true; value: unknown } | { ok: false; errors: FieldError[] };
type Fields = Readonly<Record<string, string>>;

/** The id of a row; undefined where there is none such. A rule has none: its words stand for it. */
export function findRow(options: ProductOptions, part: OptionPart, index: number): string | undefined {
  switch (part) {
    case "metal":
      return options.metals[index]?.alloy;
    case "slot":
      return options.stoneSlots[index]?.id;
    case "zone":
      return options.engravingZones[index]?.id;
    case "motif":
      return options.motifs[index]?.id;
    case "rule":
      return options.rules[index]?.because;
    default:
      return undefined;
  }
}

/** What the form says, as the schema takes it; numbers that can't be read stay text, for the schema to refuse. */
export function readRow(options: ProductOptions, edit: OptionEdit, facts: OptionFacts): Read {
  const { part, index, fields } = edit;
  const unknown = Object.keys(fields).filter(
    (name) => !fieldNames[part].some((known) => matches(name, known)),
  );
  const errors: FieldError[] = unknown.map((path) => ({
    path,
    code: "UNKNOWN_KEY",
    message: "That isn’t a field of this form.",
  }));
  const row = reader(options, part, index, fields, facts, errors);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: row };
}

const fieldNames: Record<OptionPart, readonly string[]> = {
  metal: ["alloy", "finishes.*", "first", "extraMinutes"],
  size: ["kind", "minMm", "maxMm", "stepMm", "bandWidthMm", ...resizingFields],
  row: ["stoneRow"],
  personal: personalFields,
  slot: ["label", "cut", "mm", "allowed.*", "default", "required", "settingMinutes"],
  zone: [
    ...[
      "label",
      "shape",
      "widthMm",
      "diameterMm",
      "reservedMm",
      "heightMm",
      "lines",
      "minHeightMm",
      "maxHeightMm",
      "fonts.*",
    ],
    ...[
      "first",
      "technique",
      "required",
      "baseMinor",
      "perCharacterMinor",
      "baseMinutes",
      "perCharacterMinutes",
      "besideSlot",
      "maxCharacters",
    ],
  ],
  motif: ["label", "surchargeMinor", "minutes"],
  motifs: ["required"],
  rule: [
    ...["when.metal", "when.finish", "when.motif"],
    ...["forbid.finish", "forbid.zone", "forbid.motif", "forbid.slot", "because"],
  ],
};

function reader(
  options: ProductOptions,
  part: OptionPart,
  index: number | null,
  fields: Fields,
  facts: OptionFacts,
  errors: FieldError[],
): unknown {
  const refuse = (path: string, message: string) => void errors.push({ path, code: "INVALID", message });
  const id = (others: readonly { id: string }[]) =>
    (index === null ? undefined : findRow(options, part, index)) ?? newId(fields.label, others);
  const money = (name: string) => {
    const minor = parseMoney(fields[name] ?? "", facts.currency);
    if (minor === null) refuse(name, "Write an amount, for example 12.50.");
    return minor;
  };
  const ticked = (name: string, known: readonly { id: string }[], before: readonly string[] = []) => {
    const boxes = Object.keys(fields).flatMap((field) =>
      field.startsWith(`${name}.`) ? [field.slice(name.length + 1)] : [],
    );
    if (boxes.some((box) => ![...before, ...known.map((entry) => entry.id)].includes(box)))
      refuse(name, "Choose from the list.");
    return inOrder(boxes, before);
  };
  const led = (list: readonly string[]) => {
    const { first } = fields;
    if (!first) return list;
    if (!list.includes(first)) refuse("first", "Choose one of those that are ticked.");
    return [first, ...list.filter((entry) => entry !== first)];
  };
  switch (part) {
    case "metal": {
      const before = index === null ? undefined : options.metals[index];
      const alloy = before?.alloy ?? fields.alloy;
      if (!before && !facts.alloys.some((known) => known.id === alloy))
        refuse("alloy", "Choose a metal from the list.");
      return {
        alloy,
        finishes: led(ticked("finishes", finishes, before?.finishes)),
        extraMinutes: number(fields.extraMinutes),
      };
    }
    case "size":
      if (!["none", "ring", "length"].includes(fields.kind ?? ""))
        refuse("kind", "Choose one from the list.");
      return {
        ...options,
        size:
          fields.kind === "none"
            ? null
            : {
                kind: fields.kind,
                minMm: number(fields.minMm),
                maxMm: number(fields.maxMm),
                stepMm: number(fields.stepMm),
                ...(fields.kind === "ring" && fields.bandWidthMm
                  ? { bandWidthMm: number(fields.bandWidthMm) }
                  : {}),
                ...readResizing(fields, number),
              },
      };
    case "slot":
      return {
        id: id(options.stoneSlots),
        label: fields.label?.trim(),
        cut: fields.cut,
        mm: number(fields.mm),
        allowed: ticked("allowed", facts.stones, index === null ? [] : options.stoneSlots[index]?.allowed),
        required: fields.required === "on",
        default: fields.default,
        settingMinutes: number(fields.settingMinutes),
      };
    case "zone":
      return {
        id: id(options.engravingZones),
        label: fields.label?.trim(),
        shape: fields.shape,
        widthMm: fields.widthMm?.trim() ? number(fields.widthMm) : null,
        ...(fields.diameterMm?.trim() ? { diameterMm: number(fields.diameterMm) } : {}),
        reservedMm: number(fields.reservedMm),
        heightMm: number(fields.heightMm),
        lines: number(fields.lines),
        minHeightMm: number(fields.minHeightMm),
        maxHeightMm: number(fields.maxHeightMm),
        fonts: led(
          ticked("fonts", engravingFonts, index === null ? [] : options.engravingZones[index]?.fonts),
        ),
        technique: fields.technique,
        required: fields.required === "on",
        baseMinor: money("baseMinor"),
        perCharacterMinor: money("perCharacterMinor"),
        baseMinutes: number(fields.baseMinutes),
        perCharacterMinutes: number(fields.perCharacterMinutes),
        ...(fields.besideSlot ? { besideSlot: fields.besideSlot } : {}),
        ...(fields.maxCharacters?.trim() ? { maxCharacters: number(fields.maxCharacters) } : {}),
      };
    case "motif":
      return {
        id: id(options.motifs),
        label: fields.label?.trim(),
        surchargeMinor: money("surchargeMinor"),
        minutes: number(fields.minutes),
      };
    case "motifs":
      if (fields.required === "on" && options.motifs.length === 0)
        refuse("required", "There is no motif to choose yet. Add one first.");
      return { ...options, motifRequired: fields.required === "on" };
    case "row":
      return { ...options, stoneRow: fields.stoneRow === "on" };
    case "personal":
      return readPersonal(options, fields, number);
    case "rule":
      return readRule(options, fields, refuse);
  }
}

function readRule(
  options: ProductOptions,
  fields: Fields,
  refuse: (path: string, message: string) => void,
): unknown {
  const known: Record<string, readonly string[]> = {
    metal: options.metals.map(({ alloy }) => alloy),
    finish: options.metals.flatMap((metal) => metal.finishes),
    motif: options.motifs.map(({ id }) => id),
    zone: options.engravingZones.map(({ id }) => id),
    slot: options.stoneSlots.map(({ id }) => id),
  };
  const side = (prefix: string) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, id]) => {
        const [start, key = ""] = name.split(".");
        if (start !== prefix || id === "") return [];
        if (!known[key]?.includes(id)) refuse(name, "Choose one from the list.");
        return [[key, id]];
      }),
    );
  const [when, forbid] = [side("when"), side("forbid")];
  if (Object.keys(when).length === 0) refuse("when.metal", "Say when: choose a metal, a finish or a motif.");
  if (Object.keys(forbid).length === 0) refuse("forbid.finish", "Say what can’t be chosen then.");
  return { when, forbid, because: fields.because?.trim() };
}

/** What was there keeps its order, for the first of a list is its default; what is new follows. */
function inOrder(chosen: readonly string[], before: readonly string[]): string[] {
  return [...before.filter((id) => chosen.includes(id)), ...chosen.filter((id) => !before.includes(id))];
}

/** "1.2" or "1,2"; anything else is given back as the text it is, what isn't there as an empty one. */
function number(typed: string | undefined): unknown {
  const text = typed?.trim() ?? "";
  return /^-?\d{1,9}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(",", ".")) : text;
}

function newId(label: string | undefined, others: readonly { id: string }[]): string {
  const plain = (label ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const base =
    plain
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 40)
      .replace(/-$/, "") || "place";
  const taken = new Set(others.map(({ id }) => id));
  for (let count = 1; ; count++) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(id)) return id;
  }
}

function matches(name: string, known: string): boolean {
  return known.endsWith("*") ? name.startsWith(known.slice(0, -1)) : name === known;
}
