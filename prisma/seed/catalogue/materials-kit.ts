import type { Materials } from "@/lib/domain/product";

type Material = Materials[number];

/** Where each kind of stock comes from: said once, the same on every piece that uses it. */
const origins = {
  sheet:
    "Recycled sheet and wire from a bullion dealer in Birmingham. The refiner certifies each batch as wholly recycled, from workshop scrap and old jewellery.",
  grain:
    "Casting grain from our casters in Hatton Garden. It holds newly refined metal whose mine can't be named, so we don't call it recycled.",
  chain:
    "Machine-made in Arezzo, Italy, and bought in by the metre. Its maker doesn't state where the metal comes from.",
  findings: "Bought in from a findings maker in Birmingham; made of the same alloy as the piece.",
  stones: "Each stone's own origin and treatment stand beside it where you choose it.",
};

export function ownStock(component: string, material: string): Material {
  return { component, material, origin: origins.sheet };
}

export function castStock(component: string, material: string): Material {
  return { component, material, origin: origins.grain };
}

export function chainStock(material: string): Material {
  return { component: "Chain", material, origin: origins.chain };
}

export function findings(component: string, material: string): Material {
  return { component, material, origin: origins.findings };
}

export function stones(material: string): Material {
  return { component: "Stones", material, origin: origins.stones };
}

export const GOLD_AND_SILVER =
  "Sterling silver (925), or gold of 9k (375), 14k (585) or 18k (750), as you choose";
