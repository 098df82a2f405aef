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
      return options.size ? texts(options.size) : { kind: "none" };
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
