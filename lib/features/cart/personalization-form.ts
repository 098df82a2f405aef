/** A form's fields as the shape that the personalization schema judges. Names are fixed by the form. */
export type TypedPersonalization = {
  metal?: string;
  finish?: string;
  size?: { system: string; value: string };
  stones?: { slot: string; stone: string }[];
  engraving?: { zone: string; text: string; font: string }[];
  motif?: string;
  resizable?: true;
};

const stoneField = /^stone\.([a-z0-9-]{1,60})$/;
const engravingField = /^engraving\.([a-z0-9-]{1,60})\.(text|font|beside)$/;
const plainFields = new Set([
  "metal",
  "finish",
  "motif",
  "size.system",
  "size.value",
  "resizable",
  "stones.count",
]);

export function isPersonalizationField(name: string): boolean {
  return plainFields.has(name) || stoneField.test(name) || engravingField.test(name);
}

/**
 * What is left empty was not chosen. Engravings are kept exactly as typed, but for the line ends: a form sends
 * CR LF for every line that the shopper began, whatever the keyboard.
 */
export function personalizationFromFields(fields: Readonly<Record<string, string>>): TypedPersonalization {
  const { metal, finish, motif } = fields;
  const sizeValue = fields["size.value"];
  const stones = stonesFrom(fields);
  const counted = fields["stones.count"] !== undefined;
  const engraving = engravingFrom(fields).filter(
    ({ zone }) =>
      !counted ||
      !fields[`engraving.${zone}.beside`] ||
      stones.some(({ slot }) => slot === fields[`engraving.${zone}.beside`]),
  );
  return {
    ...(metal ? { metal } : {}),
    ...(finish ? { finish } : {}),
    ...(sizeValue ? { size: { system: fields["size.system"] ?? "", value: sizeValue } } : {}),
    ...(stones.length > 0 ? { stones } : {}),
    ...(engraving.length > 0 ? { engraving } : {}),
    ...(motif ? { motif } : {}),
    ...(fields.resizable === "on" ? { resizable: true as const } : {}),
  };
}

/** "stones.0.stone" as the schema names it -> "stone.centre" as the form's field is called. */
export function fieldOfPath(path: string, chosen: TypedPersonalization): string {
  const [group, index, part] = path.split(".");
  if (group === "size") return index === "system" ? "size.system" : "size.value";
  if (index === undefined) return path;
  if (group === "stones") return `stone.${chosen.stones?.[Number(index)]?.slot ?? index}`;
  if (group !== "engraving") return path;
  const zone = chosen.engraving?.[Number(index)]?.zone ?? index;
  return `engraving.${zone}.${part === "font" ? "font" : "text"}`;
}

/** Where the form asks how many, the places beyond are out of sight: what they hold was not chosen. */
function stonesFrom(fields: Readonly<Record<string, string>>) {
  const stones = Object.entries(fields).flatMap(([name, stone]) => {
    const slot = stoneField.exec(name)?.[1];
    return slot && stone ? [{ slot, stone }] : [];
  });
  const count = fields["stones.count"];
  return count !== undefined && /^\d{1,2}$/.test(count) ? stones.slice(0, Number(count)) : stones;
}

function engravingFrom(fields: Readonly<Record<string, string>>) {
  return Object.entries(fields).flatMap(([name, typed]) => {
    const [, zone, part] = engravingField.exec(name) ?? [];
    if (!zone || part !== "text" || typed === "") return [];
    return [{ zone, text: typed.replace(/\r\n?/g, "\n"), font: fields[`engraving.${zone}.font`] ?? "" }];
  });
}
