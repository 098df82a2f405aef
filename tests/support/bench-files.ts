import { parse } from "node-html-parser";
import {
  type BenchDrawing,
  type BenchPlace,
  drawBenchFile,
  type SpecEngraving,
} from "@/lib/domain/bench-file";
import type { EngravingZone } from "@/lib/domain/options";
import { readEngravingFace } from "./engraving-faces";
import { type Ink, inkOfPath } from "./ink";
import { sampleOptions } from "./sample-product";

export const sampleHash = "0123456789abcdef".repeat(4);

export function samplePlace(more: Partial<BenchPlace> = {}): BenchPlace {
  return { jobNumber: "TM-1042-2", specHash: sampleHash, zone: tagZone(), sizeMm: 54.42, ...more };
}

export function tagZone(more: Partial<EngravingZone> = {}): EngravingZone {
  const zone = sampleOptions().engravingZones.find(({ id }) => id === "tag");
  if (!zone) throw new Error("The sample has no tag");
  return { ...zone, ...more };
}

export function engraved(text: string, more: { font?: string; heightMm?: number } = {}): SpecEngraving {
  const { font = "jost", heightMm = 1.6 } = more;
  return {
    zone: { id: "tag", label: "On the tag" },
    text,
    font: { id: font, label: font },
    heightMm,
    technique: "laser",
  };
}

export function drawSample(
  text: string,
  more: { font?: string; heightMm?: number } & Partial<BenchPlace> = {},
): BenchDrawing {
  const { font = "jost", heightMm = 1.6, ...place } = more;
  const drawn = drawBenchFile(
    engraved(text, { font, heightMm }),
    samplePlace(place),
    readEngravingFace(font),
  );
  if (!drawn.ok) throw new Error(`${font} lacks a letter of ${drawn.line}`);
  return drawn.drawing;
}

/** What a laser's software finds in the file: sizes in mm, and the letters of each line with their boxes. */
export function readBenchSvg(svg: string): {
  widthMm: number;
  heightMm: number;
  viewBox: number[];
  layers: string[];
  zone: { x: number; y: number; width: number; height: number } | null;
  lines: (Ink & { contours: number })[][];
} {
  const root = parse(svg).querySelector("svg");
  if (!root) throw new Error("No picture");
  const inMm = (name: string) => Number(/^([\d.]+)mm$/.exec(root.getAttribute(name) ?? "")?.[1]);
  const rect = root.querySelector("#zone rect");
  const number = (name: string) => Number(rect?.getAttribute(name));
  return {
    widthMm: inMm("width"),
    heightMm: inMm("height"),
    viewBox: (root.getAttribute("viewBox") ?? "").split(" ").map(Number),
    layers: root.childNodes.flatMap((node) => ("id" in node && node.id ? [String(node.id)] : [])),
    zone: rect && { x: number("x"), y: number("y"), width: number("width"), height: number("height") },
    lines: root
      .querySelectorAll("#engraving > g")
      .map((line) => line.querySelectorAll("path").map((path) => inkOfPath(path.getAttribute("d") ?? ""))),
  };
}
