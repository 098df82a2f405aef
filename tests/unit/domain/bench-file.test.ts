import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawBenchFile } from "@/lib/domain/bench-file";
import { DXF_TOLERANCE_MM, writeBenchDxf } from "@/lib/domain/bench-file-dxf";
import { writeBenchSvg } from "@/lib/domain/bench-file-svg";
import { engravingFonts } from "@/lib/domain/engraving-fonts";
import { checkEngravingText } from "@/lib/domain/engraving-text";
import { isSealed, sealSpec } from "@/lib/domain/spec";
import {
  drawSample,
  engraved,
  readBenchSvg,
  sampleHash,
  samplePlace,
  tagZone,
} from "@/tests/support/bench-files";
import { readEngravingFace } from "@/tests/support/engraving-faces";
import { joinInk } from "@/tests/support/ink";
import { parseDxf } from "@/tests/support/parse-dxf";
import { sampleOptions } from "@/tests/support/sample-product";

const inside = sampleOptions().engravingZones[0] ?? null;

describe("a bench file", () => {
  it("is as large as the piece, in millimetres, on three layers", () => {
    const read = readBenchSvg(writeBenchSvg(drawSample("M & T")));
    expect(read).toMatchObject({ widthMm: 18, heightMm: 12, viewBox: [0, 0, 18, 12] });
    expect(read.layers).toEqual(["zone", "centre", "engraving"]);
    expect(read.zone).toEqual({ x: 2, y: 2, width: 14, height: 8 });
  });

  it("has letters of the ordered height, in the middle of the zone", () => {
    const [line = []] = readBenchSvg(writeBenchSvg(drawSample("HH", { heightMm: 1.85 }))).lines;
    expect(line).toHaveLength(2);
    const box = joinInk(line);
    expect(box.maxY - box.minY).toBeCloseTo(1.85, 3);
    expect((box.maxY + box.minY) / 2).toBeCloseTo(6, 3);
    expect((box.maxX + box.minX) / 2).toBeCloseTo(9, 3);
  });

  it("sets lines one and a half letter heights apart, each in the middle", () => {
    const { lines } = readBenchSvg(writeBenchSvg(drawSample("HH\nH\nHHH", { zone: tagZone({ lines: 3 }) })));
    const boxes = lines.map(joinInk);
    expect(boxes.map(({ minX, maxX }) => Math.round((minX + maxX) * 500) / 1000)).toEqual([9, 9, 9]);
    const baselines = boxes.map(({ maxY }) => maxY);
    expect((baselines[1] ?? 0) - (baselines[0] ?? 0)).toBeCloseTo(2.4, 3);
    expect((baselines[2] ?? 0) - (baselines[1] ?? 0)).toBeCloseTo(2.4, 3);
  });

  it("unrolls a ring: its inside less the hallmark's room", () => {
    const drawing = drawSample("Forever", { zone: inside, sizeMm: 54.42 });
    expect(readBenchSvg(writeBenchSvg(drawing)).zone).toEqual({ x: 2, y: 2, width: 42.42, height: 2.5 });
    expect(drawing.notes).toContain(
      "The ring is unrolled: 54.42 mm round the inside, 12 mm of it kept free opposite the middle.",
    );
  });

  it("says so where it isn't bent as the piece is", () => {
    expect(drawSample("Mia", { zone: tagZone({ shape: "arc" }) }).notes).toContain(
      "The place is an arc; the letters are laid out straight, to be bent along it.",
    );
  });

  it("draws a disc as a disc, round the rectangle that letters may fill", () => {
    const zone = tagZone({ shape: "disc", widthMm: 12.6, heightMm: 10, diameterMm: 17 });
    const drawing = drawSample("Mia", { zone });
    expect(drawing.notes).toContain(
      "The place is a disc, 17 mm across; letters may fill the rectangle in it.",
    );
    const svg = writeBenchSvg(drawing);
    expect(svg).toContain('<ellipse cx="10.5" cy="10.5" rx="8.5" ry="8.5"/>');
    expect(readBenchSvg(svg)).toMatchObject({
      ...{ widthMm: 21, heightMm: 21 },
      zone: { x: 4.2, y: 5.5, width: 12.6, height: 10 },
    });
    const dxf = parseDxf(writeBenchDxf(drawing));
    expect(dxf.circles).toEqual([{ layer: "ZONE", centre: [10.5, 10.5], radius: 8.5 }]);
    expect(dxf.polylines[0]?.layer).toBe("ZONE");
  });

  it("takes the smallest disc that holds the letters, where the product doesn't say how large it is", () => {
    const drawing = drawSample("Mia", { zone: tagZone({ shape: "disc", widthMm: 8, heightMm: 6 }) });
    expect(drawing.notes.join(" ")).toContain("The place is a disc, 10 mm across at least;");
    expect(drawing.zone[0]).toEqual({ kind: "circle", x: 7, y: 7, radius: 5 });
  });

  it("has layers that Inkscape calls layers too", () => {
    const svg = writeBenchSvg(drawSample("Mia"));
    expect(svg).toContain('xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"');
    expect(svg.match(/inkscape:groupmode="layer" inkscape:label="\w+"/g)).toEqual(
      ["zone", "centre", "engraving"].map((name) => `inkscape:groupmode="layer" inkscape:label="${name}"`),
    );
  });

  it("keeps the ordered letters where the product has changed since", () => {
    const gone = drawSample("Forever", { zone: null });
    expect(gone.zone).toEqual([]);
    expect(gone.notes.join(" ")).toContain("The product no longer has the place “On the tag”");
    const widths = (zone: typeof inside) => drawSample("Forever", { zone }).lines[0]?.widthMm;
    expect(widths(null)).toBe(widths(tagZone()));
    expect(drawSample("Forever", { zone: tagZone({ widthMm: 3 }) }).notes).toContain(
      "Wider than the zone is today: look before you cut.",
    );
  });

  it("grows its sheet, so that nothing is cut off", () => {
    const drawing = drawSample("Ågjpqy", {
      font: "great-vibes",
      heightMm: 4,
      zone: tagZone({ heightMm: 4 }),
    });
    const read = readBenchSvg(writeBenchSvg(drawing));
    const box = joinInk(read.lines.flat());
    expect(box.minX).toBeGreaterThan(0);
    expect(box.minY).toBeGreaterThan(0);
    expect(box.maxX).toBeLessThan(read.widthMm);
    expect(box.maxY).toBeLessThan(read.heightMm);
  });

  it("is named by job, spec and zone, safely", () => {
    expect(drawSample("Mia").fileName).toBe("TM-1042-2-01234567-tag");
    expect(drawSample("Mia").title).toBe("TM-1042-2 · 01234567 · On the tag");
    expect(drawSample("Mia", { jobNumber: '../../a"b\r\n;é' }).fileName).toBe("a-b-01234567-tag");
  });

  it("refuses to draw a box for a letter that the font hasn't", () => {
    const drawn = drawBenchFile(
      engraved("Mia ж", { font: "cinzel" }),
      samplePlace(),
      readEngravingFace("cinzel"),
    );
    expect(drawn).toEqual({ ok: false, code: "GLYPH_MISSING", line: "Mia ж" });
  });

  it("can't be broken by what was typed", () => {
    const nasty = `</desc><script>alert(1)</script>&amp;"']]>`;
    const place = { zone: null, jobNumber: "<a>&\u0000\ud800" };
    const drawing = drawSample(nasty, place);
    const svg = writeBenchSvg(drawing);
    expect(svg).not.toContain("<script");
    expect(svg).not.toContain("\u0000");
    expect(svg).toContain("&lt;/desc&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;");
    expect(readBenchSvg(svg).lines).toHaveLength(1);
    expect(writeBenchDxf(drawing)).toMatch(/^[\x20-\x7e\r\n]+$/);
    expect(parseDxf(writeBenchDxf(drawing)).polylines.length).toBeGreaterThan(20);
  });
});

describe("the DXF", () => {
  it("is release 12, with the zone, the centre and the letters on layers of their own", () => {
    const dxf = parseDxf(writeBenchDxf(drawSample("oX")));
    expect(dxf.version).toBe("AC1009");
    expect(dxf.layers).toEqual({ ZONE: 3, CENTRE: 5, ENGRAVING: 7 });
    expect(dxf.comments).toEqual(["TM-1042-2-01234567-tag, 1 unit = 1 mm, curves flattened to 0.005 mm"]);
    expect(dxf.lines.map(({ layer }) => layer)).toEqual(Array.from({ length: 6 }, () => "CENTRE"));
    const [zone, ...letters] = dxf.polylines;
    expect(zone).toEqual({
      layer: "ZONE",
      closed: true,
      points: [
        [2, 10],
        [16, 10],
        [16, 2],
        [2, 2],
      ],
    });
    // An o is a ring: an outline and its counter; an X is one.
    expect(letters.map(({ layer, closed }) => [layer, closed])).toEqual(
      Array.from({ length: 3 }, () => ["ENGRAVING", true]),
    );
  });

  it.each(engravingFonts.map(({ id }) => id))("has the contours and the extent of the SVG in %s", (font) => {
    const drawing = drawSample("Zoë & fi\nAVg8", { font, zone: tagZone({ widthMm: 40, heightMm: 12 }) });
    const svg = readBenchSvg(writeBenchSvg(drawing)).lines.flat();
    const letters = parseDxf(writeBenchDxf(drawing)).polylines.filter(({ layer }) => layer === "ENGRAVING");
    expect(letters).toHaveLength(svg.reduce((sum, { contours }) => sum + contours, 0));
    const points = letters.flatMap(({ points }) => points);
    const box = joinInk(svg);
    const within = DXF_TOLERANCE_MM + 0.0002;
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => drawing.heightMm - y);
    expect(Math.abs(Math.min(...xs) - box.minX)).toBeLessThan(within);
    expect(Math.abs(Math.max(...xs) - box.maxX)).toBeLessThan(within);
    expect(Math.abs(Math.min(...ys) - box.minY)).toBeLessThan(within);
    expect(Math.abs(Math.max(...ys) - box.maxY)).toBeLessThan(within);
  });
});

describe("any text that can be engraved", () => {
  const fonts = engravingFonts.map(({ id }) => id);
  const text = fc
    .string({
      unit: fc.oneof(
        fc.constantFrom(..."AVTo&<>\"' \nfiélŁжΩ8°"),
        fc.string({ unit: "grapheme", maxLength: 1 }),
      ),
      maxLength: 24,
    })
    .filter((typed) => checkEngravingText(typed, 6).length === 0);

  it("becomes closed outlines in both files, or is refused by name", () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(...fonts),
        fc.double({ min: 0.8, max: 8, noNaN: true }),
        (typed, font, heightMm) => {
          const outlines = readEngravingFace(font);
          const drawn = drawBenchFile(engraved(typed, { font, heightMm }), samplePlace(), outlines);
          if (!drawn.ok) {
            expect(drawn.code).toBe("GLYPH_MISSING");
            return;
          }
          const svg = readBenchSvg(writeBenchSvg(drawn.drawing));
          const contours = svg.lines.flat().reduce((sum, letter) => sum + letter.contours, 0);
          const dxf = parseDxf(writeBenchDxf(drawn.drawing));
          const letters = dxf.polylines.filter(({ layer }) => layer === "ENGRAVING");
          expect(letters).toHaveLength(contours);
          for (const { closed, points } of letters) {
            expect(closed).toBe(true);
            expect(points.length).toBeGreaterThanOrEqual(3);
            expect(points[0]).not.toEqual(points.at(-1));
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("the seal of a spec", () => {
  it("breaks with any other letter", () => {
    const { canonical, hash } = sealSpec({
      version: 1,
      product: { slug: "ring", name: "Ring" },
      metal: { id: "silver", label: "Silver", fineness: 925 },
      finish: { id: "polished", label: "Polished" },
      size: null,
      stones: [],
      engraving: [engraved("Mia")],
      motif: null,
    });
    expect(isSealed(canonical, hash)).toBe(true);
    expect(isSealed(canonical.replace("Mia", "Mja"), hash)).toBe(false);
    expect(isSealed(canonical, sampleHash)).toBe(false);
  });
});
