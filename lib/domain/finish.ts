/** How the surface is left. Which of them an alloy can take is the product's own data. */
export const finishes = [
  { id: "polished", label: "Polished" },
  { id: "satin", label: "Satin" },
  { id: "brushed", label: "Brushed" },
  { id: "matt", label: "Matt" },
  { id: "hammered", label: "Hammered" },
  { id: "oxidised", label: "Oxidised" },
] as const;

export type FinishId = (typeof finishes)[number]["id"];

/** The label; an id that we don't know is shown as it is, with a capital. */
export function finishLabel(id: string): string {
  const known = finishes.find((finish) => finish.id === id);
  return known?.label ?? `${id.slice(0, 1).toUpperCase()}${id.slice(1).replaceAll("-", " ")}`;
}
