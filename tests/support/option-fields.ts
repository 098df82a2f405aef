import { moneyForInput } from "@/lib/domain/money-input";
import type { OptionPart } from "@/lib/domain/option-rows";
import type { ProductOptions } from "@/lib/domain/options";

/** What the studio's form for one row holds before anybody types. */
export function optionFieldsOf(
  options: ProductOptions,
  part: OptionPart,
  index: number,
): Record<string, string> {
  switch (part) {
    case "metal": {
      const { alloy: _fixed, finishes, extraMinutes } = must(options.metals[index]);
      return { ...boxes("finishes", finishes), first: finishes[0] ?? "", ...texts({ extraMinutes }) };
    }
    case "size":
      return options.size ? sizeTexts(options.size) : { kind: "none" };
    case "row":
      return options.stoneRow ? { stoneRow: "on" } : {};
    case "personal":
      return personalTexts(options.personal);
    case "slot": {
      const { id: _fixed, allowed, required, ...slot } = must(options.stoneSlots[index]);
      return { ...boxes("allowed", allowed), ...(required ? { required: "on" } : {}), ...texts(slot) };
    }
    case "zone": {
      const {
        id: _fixed,
        fonts,
        required,
        widthMm,
        baseMinor,
        perCharacterMinor,
        ...zone
      } = must(options.engravingZones[index]);
      return {
        ...boxes("fonts", fonts),
        ...(required ? { required: "on" } : {}),
        ...texts({ ...zone, widthMm: widthMm ?? "", first: fonts[0] ?? "" }),
        baseMinor: moneyForInput(baseMinor, "GBP"),
        perCharacterMinor: moneyForInput(perCharacterMinor, "GBP"),
      };
    }
    case "motif": {
      const { label, minutes, surchargeMinor } = must(options.motifs[index]);
      return { ...texts({ label, minutes }), surchargeMinor: moneyForInput(surchargeMinor, "GBP") };
    }
    case "motifs":
      return options.motifRequired ? { required: "on" } : {};
    case "rule": {
      const { when, forbid, because } = must(options.rules[index]);
      return { ...under("when", when), ...under("forbid", forbid), because };
    }
  }
}

function sizeTexts(size: NonNullable<ProductOptions["size"]>): Record<string, string> {
  if (size.kind === "length" || !size.resizing) return texts(size);
  const { resizing, ...rest } = size;
  const { possible, ...more } = resizing;
  return { ...texts(rest), resizing: possible ? "yes" : "no", ...under("resizing", more) };
}

function personalTexts(personal: ProductOptions["personal"]): Record<string, string> {
  if (!personal) return {};
  const { stones, motif, usualSizes } = personal;
  return {
    ...(stones ? { "personal.stones": "on" } : {}),
    ...(motif ? { "personal.motif": "on" } : {}),
    ...(usualSizes ? under("personal.usualSizes", usualSizes) : {}),
  };
}

function texts(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

function boxes(name: string, ids: readonly string[]): Record<string, string> {
  return Object.fromEntries(ids.map((id) => [`${name}.${id}`, "on"]));
}

function under(prefix: string, values: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`${prefix}.${name}`, String(value)]),
  );
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("no such row");
  return value;
}
