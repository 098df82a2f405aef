import type { PreviewLayer } from "@/lib/domain/preview";

/**
 * A stone drawn from above, for photos whose stones nobody has rendered: its colour, the facets of its cut as lights
 * and shadows over it, and the dark of its rim. Everything lies in a square from -1 to 1.
 */
export function gemMarkup(
  { cut, box: [x0, y0, x1, y1], rot, colour }: Extract<PreviewLayer, { kind: "gem" }>,
  side: number,
): string {
  const place = [
    `translate(${short(((x0 + x1) / 2) * side)} ${short(((y0 + y1) / 2) * side)})`,
    `rotate(${short(rot)})`,
    `scale(${short(((x1 - x0) / 2) * side)} ${short(((y1 - y0) / 2) * side)})`,
  ].join(" ");
  // A colour comes from data: whatever else might stand there must not end the attribute.
  const fill = /^#[0-9a-f]{6}$/i.test(colour) ? colour : "#888888";
  const outline = cut === "square" ? `<path d="${squareOutline}"` : `<circle r="1"`;
  const facets = cut === "cabochon" ? dome : cut === "square" ? steps : brilliant;
  return `<g transform="${place}">${outline} fill="${fill}"/>${facets}${outline} fill="url(#piece-gem-rim)"/></g>`;
}

/** Referred to by every stone; once a drawing. */
export const gemDefs =
  '<radialGradient id="piece-gem-rim"><stop offset=".72" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".5"/></radialGradient>' +
  '<radialGradient id="piece-gem-dome" cx=".36" cy=".32" r=".75"><stop offset="0" stop-color="#fff" stop-opacity=".55"/><stop offset=".45" stop-color="#fff" stop-opacity=".05"/><stop offset="1" stop-color="#000" stop-opacity=".35"/></radialGradient>';

const dome =
  '<circle r="1" fill="url(#piece-gem-dome)"/><ellipse cx="-.38" cy="-.44" rx=".22" ry=".13" transform="rotate(-40 -.38 -.44)" fill="#fff" fill-opacity=".75"/>';

const TABLE = 0.54;
const corners = (count: number, r: number, turn = 0) =>
  Array.from({ length: count }, (_, index) => {
    const angle = ((index + turn) / count) * 2 * Math.PI;
    return [r * Math.cos(angle), r * Math.sin(angle)] as const;
  });

/** Eight kites round an octagonal table, and through the table the eight facets of the back. */
const brilliant = [
  ...kites(),
  ...corners(8, TABLE).map((corner, index, all) =>
    facet([corner, all[(index + 1) % 8] ?? corner, [0, 0]], index % 2 === 0 ? 0.14 : -0.2),
  ),
  facet(corners(8, TABLE), 0.1),
  facet([corners(8, TABLE)[4] ?? [0, 0], corners(8, TABLE)[5] ?? [0, 0], [-0.12, -0.2]], 0.6),
].join("");

function kites(): string[] {
  const [inner, outer, girdle] = [corners(8, TABLE), corners(8, 0.8, 0.5), corners(8, 1)];
  // Lit from the upper left, as the photos are.
  const light = (index: number) => 0.34 * Math.cos(((index - 5) / 8) * 2 * Math.PI);
  return inner.flatMap((corner, index) => {
    const [left, right] = [outer[(index + 7) % 8] ?? corner, outer[index] ?? corner];
    const next = inner[(index + 1) % 8] ?? corner;
    return [
      facet([corner, left, girdle[index] ?? corner, right], light(index)),
      facet([corner, right, next], light(index + 0.5) - 0.16),
      facet([right, girdle[index] ?? right, girdle[(index + 1) % 8] ?? right], light(index + 0.5) - 0.08),
    ];
  });
}

const squareOutline = "M-1 -.82L-.82 -1H.82L1 -.82V.82L.82 1H-.82L-1 .82Z";

/** The steps of an emerald cut. */
const steps = [1, 0.76, 0.5]
  .flatMap((from, index, all) => {
    const to = all[index + 1];
    if (to === undefined)
      return [
        facet(
          [
            [-from, -from],
            [from, -from],
            [from, from],
            [-from, from],
          ],
          0.12,
        ),
      ];
    const sides: (readonly [number, number, number, number, number])[] = [
      [-1, -1, 1, -1, 0.34],
      [1, -1, 1, 1, -0.1],
      [1, 1, -1, 1, -0.28],
      [-1, 1, -1, -1, 0.2],
    ];
    return sides.map(([ax, ay, bx, by, light]) =>
      facet(
        [
          [ax * from, ay * from],
          [bx * from, by * from],
          [bx * to, by * to],
          [ax * to, ay * to],
        ],
        light * (index + 1) * 0.8,
      ),
    );
  })
  .join("");

/** Lighter (to 1) or darker (to -1) than the stone. */
function facet(points: readonly (readonly [number, number])[], light: number): string {
  const path = points.map(([x, y]) => `${short(x)} ${short(y)}`).join(" ");
  return `<polygon points="${path}" fill="${light > 0 ? "#fff" : "#000"}" fill-opacity="${short(Math.abs(light))}"/>`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
