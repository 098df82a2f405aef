import type { EngravingZone } from "@/lib/domain/options";

/** The edge of a place to engrave, in mm from its middle, y downward: drawn alike for the shopper and for the bench. */
export type ZoneOutline =
  | { kind: "rectangle"; x: number; y: number; width: number; height: number }
  | { kind: "circle"; x: number; y: number; radius: number };

/** What letters may fill; and before it the piece's own edge, where that is another. */
export function outlinesOfZone(zone: EngravingZone, widthMm: number): ZoneOutline[] {
  const { heightMm: height } = zone;
  const rectangle = { kind: "rectangle", x: -widthMm / 2, y: -height / 2, width: widthMm, height } as const;
  if (zone.shape !== "disc") return [rectangle];
  return [{ kind: "circle", x: 0, y: 0, radius: discMm(zone) / 2 }, rectangle];
}

/** The outermost of them. */
export function edgeOfZone(zone: EngravingZone, widthMm: number): ZoneOutline {
  const [edge] = outlinesOfZone(zone, widthMm);
  if (!edge) throw new Error("A place without an edge");
  return edge;
}

/** Across a disc; where nobody has said it, the smallest that holds the rectangle for letters. */
export function discMm({ diameterMm, widthMm, heightMm }: EngravingZone): number {
  return diameterMm ?? smallestDiscMm(widthMm ?? 0, heightMm);
}

export function smallestDiscMm(widthMm: number, heightMm: number): number {
  return Math.hypot(widthMm, heightMm);
}

/** How far it goes from the middle. */
export function reachOfOutline(outline: ZoneOutline): { x: number; y: number } {
  if (outline.kind === "circle")
    return { x: Math.abs(outline.x) + outline.radius, y: Math.abs(outline.y) + outline.radius };
  const { x, y, width, height } = outline;
  return {
    x: Math.max(Math.abs(x), Math.abs(x + width)),
    y: Math.max(Math.abs(y), Math.abs(y + height)),
  };
}
