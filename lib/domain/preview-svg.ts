import { gemDefs, gemMarkup } from "@/lib/domain/gem-svg";
import {
  type FlatDrawing,
  type MetalTone,
  type PieceDrawing,
  type PreviewLayer,
  SIDE,
} from "@/lib/domain/preview";
import type { DrawnGlyph } from "@/lib/domain/preview-text";
import type { Box } from "@/lib/domain/rig";
import { reachOfOutline, type ZoneOutline } from "@/lib/domain/zone-outline";

/** What stands inside the drawing's <svg viewBox="0 0 1000 1000">. `hrefOf` says where a picture's file is found. */
export function previewMarkup(
  layers: readonly PreviewLayer[],
  hrefOf: (src: string) => string = (src) => src,
): string {
  const tones = new Set(layers.flatMap((layer) => (layer.kind === "cut" ? [layer.metal] : [])));
  const tints = new Set(
    layers.flatMap((layer) => (layer.kind === "picture" && layer.tint ? [layer.tint] : [])),
  );
  const gems = layers.some((layer) => layer.kind === "gem");
  const defs = [...[...tones].map(cutFilter), ...[...tints].map(tintFilter), ...(gems ? [gemDefs] : [])].join(
    "",
  );
  const drawn = layers.map((layer) => {
    if (layer.kind === "cut")
      return `<g filter="url(#piece-cut-${layer.metal})">${glyphMarkup(layer.glyphs)}</g>`;
    if (layer.kind === "veil") return veilMarkup(layer.box);
    return layer.kind === "gem" ? gemMarkup(layer, SIDE) : pictureMarkup(layer, hrefOf);
  });
  return `${defs && `<defs>${defs}</defs>`}${drawn.join("")}`;
}

/** The drawing as a document of its own, over its photo; letters that the photo has no place for stand at its foot. */
export function previewDocument(
  photo: string,
  { layers, flat }: PieceDrawing,
  hrefOf: (src: string) => string,
): string {
  const base: PreviewLayer = { kind: "picture", src: photo, box: [0, 0, 1, 1], tint: null };
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}">${previewMarkup([base, ...layers], hrefOf)}${footMarkup(flat.filter(({ inPhoto }) => !inPhoto))}</svg>`;
}

const FOOT = { height: 150, margin: 24, ground: "#f7f3ec", ink: "#241e18" };

function footMarkup(flat: readonly FlatDrawing[]): string {
  const { height, margin, ground, ink } = FOOT;
  return flat
    .map((drawing, index) => {
      const { viewBox, markup } = flatMarkup(drawing);
      const y = SIDE - (flat.length - index) * height;
      return `<rect x="0" y="${y}" width="${SIDE}" height="${height}" fill="${ground}" fill-opacity="0.94"/><svg x="${margin}" y="${y + margin}" width="${SIDE - 2 * margin}" height="${height - 2 * margin}" viewBox="${viewBox}" color="${ink}">${markup}</svg>`;
    })
    .join("");
}

const MARGIN_MM = 0.6;

/** A place's edge and the letters in it, in mm; the colour is the text's around it. */
export function flatMarkup({ edge, glyphs }: Pick<FlatDrawing, "edge" | "glyphs">): {
  viewBox: string;
  markup: string;
} {
  const reach = reachOfOutline(edge);
  const [w, h] = [2 * (reach.x + MARGIN_MM), 2 * (reach.y + MARGIN_MM)];
  return {
    viewBox: [-w / 2, -h / 2, w, h].map(short).join(" "),
    markup: `${edgeMarkup(edge)} fill="none" stroke="currentColor" stroke-opacity="0.45" stroke-width="1" vector-effect="non-scaling-stroke"/><g fill="currentColor">${glyphMarkup(glyphs)}</g>`,
  };
}

function edgeMarkup(edge: ZoneOutline): string {
  if (edge.kind === "circle") return `<circle r="${short(edge.radius)}"`;
  const [x, y, width, height] = [edge.x, edge.y, edge.width, edge.height].map(short);
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="0.3"`;
}

function glyphMarkup(glyphs: readonly DrawnGlyph[]): string {
  return glyphs
    .map(
      ({ outline, matrix }) =>
        `<path transform="matrix(${matrix.map(short).join(" ")})" d="${outline.replace(/[^Mlqcz\d .-]/g, "")}"/>`,
    )
    .join("");
}

/** A little larger than the stone, so that its rim pales with it. */
const VEIL_GROWS = 1.35;

function veilMarkup([x0, y0, x1, y1]: Box): string {
  const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2].map((value) => short(value * SIDE));
  const [rx, ry] = [x1 - x0, y1 - y0].map((size) => short((size / 2) * SIDE * VEIL_GROWS));
  return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="#f6f3ee" fill-opacity="0.84" stroke="#6b6459" stroke-width="1.5" stroke-dasharray="5 5"/>`;
}

function pictureMarkup(
  { src, box: [x0, y0, x1, y1], tint }: Extract<PreviewLayer, { kind: "picture" }>,
  hrefOf: (src: string) => string,
): string {
  const [x, y, width, height] = [x0, y0, x1 - x0, y1 - y0].map((value) => short(value * SIDE));
  const filter = tint ? ` filter="url(#${tintId(tint)})"` : "";
  return `<image x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="none"${filter} href="${escaped(hrefOf(src))}"/>`;
}

const tones: Record<MetalTone, { dark: string; light: string }> = {
  yellow: { dark: "#2a1a05", light: "#fff3d2" },
  rose: { dark: "#1d0d06", light: "#fff4ea" },
  white: { dark: "#15161a", light: "#ffffff" },
};

/** An inner shadow from the upper left, a floor, and a lip of light at the lower right. */
function cutFilter(metal: MetalTone): string {
  const { dark, light } = tones[metal];
  return `<filter id="piece-cut-${metal}" x="-5%" y="-30%" width="110%" height="160%" color-interpolation-filters="sRGB"><feGaussianBlur in="SourceAlpha" stdDeviation=".45" result="a"/><feOffset in="a" dx=".9" dy="1.5" result="sh"/><feComposite in="a" in2="sh" operator="out" result="inner"/><feGaussianBlur in="inner" stdDeviation=".5" result="innerb"/><feComposite in="innerb" in2="a" operator="in" result="innerc"/><feFlood flood-color="${dark}" flood-opacity=".95"/><feComposite in2="innerc" operator="in" result="dark"/><feFlood flood-color="${dark}" flood-opacity=".42"/><feComposite in2="a" operator="in" result="floor"/><feOffset in="a" dx=".7" dy="1.15" result="lo"/><feComposite in="lo" in2="a" operator="out" result="lip"/><feFlood flood-color="${light}" flood-opacity=".8"/><feComposite in2="lip" operator="in" result="light"/><feMerge><feMergeNode in="light"/><feMergeNode in="floor"/><feMergeNode in="dark"/></feMerge></filter>`;
}

/** Colours a grey stone: its shadows deep in the stone's own colour, its sparks white. */
function tintFilter(colour: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255 || 0);
  const [red, green, blue] = channels.map((full) =>
    [full * 0.12, full * 0.5, full * 0.95, full * 0.6 + 0.4, 1].map(short).join(" "),
  );
  return `<filter id="${tintId(colour)}" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB"><feComponentTransfer><feFuncR type="table" tableValues="${red}"/><feFuncG type="table" tableValues="${green}"/><feFuncB type="table" tableValues="${blue}"/></feComponentTransfer></filter>`;
}

function tintId(colour: string): string {
  return `piece-tint-${colour.replace(/[^0-9a-z]/gi, "")}`;
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
