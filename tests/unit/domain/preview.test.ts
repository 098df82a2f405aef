import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { drawTyped } from "@/components/shop/preview/draw-form";
import { fitEngraving } from "@/lib/domain/engraving";
import type { Personalization } from "@/lib/domain/personalization";
import { pictureOfLook } from "@/lib/domain/pictured";
import { cutText, drawPiece } from "@/lib/domain/preview";
import { drawSpec } from "@/lib/domain/preview-spec";
import { flatMarkup, previewDocument, previewMarkup } from "@/lib/domain/preview-svg";
import { drawText } from "@/lib/domain/preview-text";
import { previewSentence, wordsOfSpec } from "@/lib/domain/preview-words";
import { freezeSpec } from "@/lib/domain/spec";
import { referenceStones } from "@/prisma/seed/reference-stones";
import { readEngravingFaces } from "@/tests/support/engraving-faces";
import { samplePiece } from "@/tests/support/sample-rigs";

const fonts = readEngravingFaces();
const faces = readEngravingFaces();

describe("letters in a picture", () => {
  it("are as tall on a plane as their millimetres say, and as wide as was measured", () => {
    const { zone, placement } = samplePiece("engraved-disc-necklace", "front");
    if (placement.kind !== "plane") throw new Error("The disc is flat");
    const text = cutText(zone, { text: "HOH", font: "eb-garamond", heightMm: 3 }, null, fonts);
    const font = fonts.get("eb-garamond");
    if (!text || !font) throw new Error("Not cut");
    const glyphs = drawText(text, placement, 1000);
    const [first, , last] = glyphs;
    const [, , c = 0, d = 0] = first?.matrix ?? [];
    const mm = (vector: readonly [number, number]) => Math.hypot(...vector) * 1000;
    expect(Math.hypot(c, d) * font.capHeight).toBeCloseTo(3 * mm(placement.ey), 6);
    const { fit } = fitEngraving(
      zone,
      { zone: "front", text: "HOH", font: "eb-garamond", heightMm: 3 },
      null,
      faces,
    );
    const [x = 0, y = 0] = [4, 5].map((at) => (last?.matrix[at] ?? 0) - (first?.matrix[at] ?? 0));
    const lastAdvance = (font.shape("H").advance / font.capHeight) * 3;
    expect(Math.hypot(x, y)).toBeCloseTo((fit.widthMm - lastAdvance) * mm(placement.ex), 1);
  });

  it("are as tall on a curve as its letter of known height says", () => {
    const { zone, placement } = samplePiece("engraved-cuff", "outside");
    if (placement.kind !== "curve") throw new Error("The cuff is round");
    const text = cutText(zone, { text: "H", font: "eb-garamond", heightMm: 4 }, null, fonts);
    if (!text) throw new Error("Not cut");
    const [glyph] = drawText(text, placement, 1000);
    const middle = placement.points[(placement.points.length - 1) / 2];
    const [, , c = 0, d = 0] = glyph?.matrix ?? [];
    const expected = (Math.hypot(...(middle?.up ?? [0, 0])) / placement.capMm) * 4 * 1000;
    expect(Math.abs(Math.hypot(c, d) * text.capHeight - expected) / expected).toBeLessThan(0.02);
  });

  it("that run round the bend are left out of the picture, and the whole text is drawn flat", () => {
    const { options, picture } = samplePiece("hammered-band", "inside");
    const zone = options.engravingZones[0];
    const text =
      zone && cutText(zone, { text: "Always and for ever", font: zone.fonts[0] ?? "" }, 53.4, fonts);
    if (!text) throw new Error("Not cut");
    const drawing = drawPiece(
      picture,
      options,
      { stones: [], engraving: [{ zone: "inside", text }] },
      { stones: [], sizeMm: 53.4 },
    );
    const [cut] = drawing.layers;
    expect(cut?.kind === "cut" && cut.glyphs.length).toBeLessThan(16);
    expect(drawing.flat[0]?.glyphs).toHaveLength(16);
    // Half an engraving isn't shown alone, wherever the picture goes.
    expect(drawing.flat[0]?.inPhoto).toBe(false);
    expect(previewDocument("/photo", drawing, (src) => src).match(/<path /g)?.length).toBeGreaterThan(16);
    const [flat] = drawing.flat;
    const [, , width] = flat ? flatMarkup(flat).viewBox.split(" ") : [];
    // Of 53.4 mm round the inside, 12 are the hallmark's; 0.6 mm of ground are left at either end.
    expect(Number(width)).toBeCloseTo(53.4 - 12 + 1.2, 3);
  });

  it("lie on a disc that is as large as the disc, so that what fits stays inside", () => {
    const { options, picture } = samplePiece("engraved-disc-necklace", "front");
    const cut = (disc: { diameterMm?: number }) => {
      const [zone] = options.engravingZones.map(({ diameterMm: _own, ...given }) => ({ ...given, ...disc }));
      const text = zone && cutText(zone, { text: "Matilda\nand Tom", font: "jost" }, null, fonts);
      if (!zone || !text?.fits) throw new Error("Not cut");
      return drawPiece(
        { ...picture, rig: null },
        { ...options, engravingZones: [zone] },
        { stones: [], engraving: [{ zone: "front", text }] },
        { stones: [], sizeMm: null },
      ).flat[0];
    };
    expect(cut({ diameterMm: 17 })?.edge).toEqual({ kind: "circle", x: 0, y: 0, radius: 8.5 });
    // Until somebody says how large it is: round the corners of the 12.6 × 10 mm for letters.
    expect(cut({})?.edge).toMatchObject({ kind: "circle", radius: Math.hypot(12.6, 10) / 2 });
    const flat = cut({ diameterMm: 17 });
    expect(flat && flatMarkup(flat)).toMatchObject({ viewBox: "-9.1 -9.1 18.2 18.2" });
  });

  it("aren't drawn where the font lacks one of them", () => {
    const { zone } = samplePiece("engraved-disc-necklace", "front");
    expect(cutText(zone, { text: "Ψ", font: "great-vibes" }, null, fonts)).toBeNull();
    expect(cutText(zone, { text: "A 💍", font: "eb-garamond" }, null, fonts)).toBeNull();
  });
});

describe("stones in a picture", () => {
  const { options, picture } = samplePiece("trio-birthstone-ring", "inside");
  const set = (...stones: string[]) =>
    drawPiece(
      picture,
      options,
      { stones: stones.map((stone, index) => ({ slot: `stone-${index + 1}`, stone })), engraving: [] },
      { stones: referenceStones, sizeMm: null },
    ).layers.map((layer) => layer.kind === "picture" && `${layer.src} ${layer.tint}`);

  it("that the photo shows need no drawing", () => {
    expect(set("ruby", "emerald", "sapphire")).toEqual([]);
  });

  it("are laid upon the empty settings, rendered where they were and coloured where not", () => {
    expect(set("sapphire", "emerald", "moonstone")).toEqual([
      "/pictures/stones/trio-birthstone-ring-settings.webp null",
      "/pictures/stones/trio-birthstone-ring-stone-1-sapphire.webp null",
      "/pictures/stones/trio-birthstone-ring-stone-2-emerald.webp null",
      `/pictures/stones/trio-birthstone-ring-stone-3-grey.webp ${referenceStones.find(({ id }) => id === "moonstone")?.colour}`,
    ]);
  });
});

describe("one drawing of one spec", () => {
  it.each(["trio-birthstone-ring", "engraved-disc-necklace", "posy-ring", "engraved-cuff"])(
    "is the same from the form and from the frozen spec: %s",
    (slug) => {
      const { options, pictures, name } = samplePiece(slug);
      const product = { slug, name, options };
      const metal = options.metals.at(-1)?.alloy ?? "";
      const alloys = options.metals.map(({ alloy }) => ({
        id: alloy,
        label: alloy,
        fineness: 750,
        colour: "",
        metal: "",
      }));
      const personalization: Personalization = {
        metal,
        ...(options.size?.kind === "ring" ? { size: { system: "us", value: "7" } } : {}),
        ...(options.size?.kind === "length"
          ? { size: { system: "cm", value: String(options.size.minMm / 10) } }
          : {}),
        stones: options.stoneSlots.map((slot) => ({ slot: slot.id, stone: slot.allowed.at(-1) ?? "" })),
        engraving: options.engravingZones.map((zone) => ({
          zone: zone.id,
          text: "Ada",
          font: zone.fonts[0] ?? "",
        })),
      };
      const typed = personalization as Parameters<typeof drawTyped>[1];
      const sizeMm = options.size?.kind === "ring" ? 54.42 : null;
      const fits = options.engravingZones.map((zone, index) => {
        const choice = personalization.engraving?.[index];
        if (!choice) throw new Error(zone.id);
        return fitEngraving(zone, choice, sizeMm, faces).fit;
      });
      const { spec } = freezeSpec(product, personalization, { alloys, stones: referenceStones, fits });
      const photo = pictureOfLook(pictures, { metal, finish: undefined });
      if (!photo) throw new Error("No photo");
      const server = drawSpec(spec, photo, options, { stones: referenceStones, fonts });
      const browser = drawTyped(
        { name, options, alloys, stones: referenceStones, referenceMm: null, pictures },
        typed,
        fonts,
      );
      const part = (kind: string) => previewMarkup(server.layers.filter((layer) => layer.kind === kind));
      expect(browser.stones).toBe(part("picture"));
      expect(browser.cut).toBe(part("cut"));
      expect(browser.cut).toContain("<path");
      expect(previewSentence(wordsOfSpec(spec))).toContain("“Ada”");
    },
  );
});

describe("the SVG", () => {
  it("stands whatever was typed", async () => {
    const { options, picture, zone } = samplePiece("engraved-disc-necklace", "front");
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 40 }),
          fc.string({ maxLength: 40 }),
          fc.constantFrom("</svg>", '"><script>', "&#0;", "]]>", "\ud800", "a\u0000b"),
        ),
        fc.constantFrom(...zone.fonts),
        async (typed, font) => {
          const text = cutText(zone, { text: typed, font }, null, fonts);
          const drawing = drawPiece(
            picture,
            options,
            { stones: [], engraving: text ? [{ zone: zone.id, text }] : [] },
            { stones: [], sizeMm: null },
          );
          const svg = previewDocument("/pictures/x.webp", drawing, () => "");
          expect(svg).toMatch(/^[\x20-\x7e]*$/);
          expect(svg).not.toMatch(/<script|NaN|undefined|Infinity/);
          expect((await sharp(Buffer.from(svg)).metadata()).format).toBe("svg");
        },
      ),
      { numRuns: 150 },
    );
  });

  it("lets no picture's address out of its attribute", () => {
    const markup = previewMarkup([{ kind: "picture", src: 'x"/><script>', box: [0, 0, 1, 1], tint: null }]);
    expect(markup).toBe(
      '<image x="0" y="0" width="1000" height="1000" preserveAspectRatio="none" href="x&#34;/&#62;&#60;script&#62;"/>',
    );
  });
});
