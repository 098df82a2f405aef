/** How the surface is left, and what that looks like, short enough for one line of its card. Which of them an alloy can take is the product's own data. */
export const finishes = [
  { id: "polished", label: "Polished", look: "bright as a mirror" },
  { id: "satin", label: "Satin", look: "a soft sheen" },
  { id: "brushed", label: "Brushed", look: "fine lines one way" },
  { id: "matt", label: "Matt", look: "no shine at all" },
  { id: "hammered", label: "Hammered", look: "catches the light" },
  { id: "oxidised", label: "Oxidised", look: "dark in hollows" },
] as const;

export type FinishId = (typeof finishes)[number]["id"];

/** The label; an id that we don't know is shown as it is, with a capital. */
export function finishLabel(id: string): string {
  const known = finishes.find((finish) => finish.id === id);
  return known?.label ?? `${id.slice(0, 1).toUpperCase()}${id.slice(1).replaceAll("-", " ")}`;
}

/** "" for one that we don't know. */
export function finishLook(id: string): string {
  return finishes.find((finish) => finish.id === id)?.look ?? "";
}
