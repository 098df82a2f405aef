/**
 * Metal volumes from the true dimensions of each piece, in mm: a ring that is one size larger is longer by
 * exactly its circumference's growth, so its cross-section is the volume per mm of size.
 */
export type Solid = { volumeMm3: number; volumePerMm: number };

/** Share of its rectangle that a ring's rounded section fills: half-round 0.785, court 0.85, flat court 0.9. */
export type SectionFill = 0.785 | 0.84 | 0.855 | 0.88 | 0.895;

/** A closed band; `innerMm` is its inner circumference. */
export function band(innerMm: number, widthMm: number, thicknessMm: number, fill: SectionFill): Solid {
  const section = widthMm * thicknessMm * fill;
  return rounded(section * (innerMm + Math.PI * thicknessMm), section);
}

/** Round wire of so many mm; `perMm` mm of it for each mm of size (0 where the size doesn't change it). */
export function wire(lengthMm: number, diameterMm: number, perMm = 0): Solid {
  const section = (Math.PI * diameterMm ** 2) / 4;
  return rounded(section * lengthMm, section * perMm);
}

/** Flat sheet: area x thickness. */
export function sheet(areaMm2: number, thicknessMm: number): Solid {
  return rounded(areaMm2 * thicknessMm, 0);
}

export function disc(diameterMm: number, thicknessMm: number): Solid {
  return sheet((Math.PI * diameterMm ** 2) / 4, thicknessMm);
}

/** Trace chain of round wire in the piece's own metal. */
export function chain(lengthMm: number, kind: "fine" | "medium" | "strong"): Solid {
  const perMm = { fine: 0.3, medium: 0.48, strong: 0.76 }[kind];
  return rounded(lengthMm * perMm, perMm);
}

/** Rubbed-over settings: a wall of 0.5 mm around each stone and a little floor. */
export function bezels(count: number, stoneMm: number): Solid {
  const wall = Math.PI * ((stoneMm / 2 + 0.5) ** 2 - (stoneMm / 2) ** 2) * 1.9;
  const floor = Math.PI * ((stoneMm / 2) ** 2 - (stoneMm / 4) ** 2) * 0.25;
  return rounded(count * (wall + floor), 0);
}

export function lump(volumeMm3: number): Solid {
  return rounded(volumeMm3, 0);
}

export function together(...parts: Solid[]): Solid {
  return rounded(
    parts.reduce((sum, part) => sum + part.volumeMm3, 0),
    parts.reduce((sum, part) => sum + part.volumePerMm, 0),
  );
}

function rounded(volumeMm3: number, volumePerMm: number): Solid {
  return { volumeMm3: Math.round(volumeMm3 * 10) / 10, volumePerMm: Math.round(volumePerMm * 1000) / 1000 };
}
