import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawPiece } from "@/lib/domain/preview";
import { previewMarkup } from "@/lib/domain/preview-svg";
import { type Rig, rigSchema } from "@/lib/domain/rig";
import { fieldsOfDrawn, fieldsOfRig, readRigFields } from "@/lib/domain/rig-fields";
import {
  type DrawnPlacement,
  moveLinePoint,
  type Point,
  reshape,
  startPlacement,
  toDrawn,
  toPlacement,
} from "@/lib/domain/rig-shape";
import { referenceStones } from "@/prisma/seed/reference-stones";
import { samplePiece } from "../../support/sample-rigs";

const ring = samplePiece("posy-ring");
const disc = samplePiece("engraved-disc-necklace", "front");
const trio = samplePiece("trio-birthstone-ring");

const read = ({ options, picture }: typeof ring, change: Record<string, string | undefined>) => {
  const fields = Object.entries({ ...fieldsOfRig(picture.rig, options), ...change });
  const typed = Object.fromEntries(
    fields.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return readRigFields(typed, { options, stones: referenceStones, before: picture.rig });
};
const errorsOf = (...given: Parameters<typeof read>) => {
  const answer = read(...given);
  return answer.ok ? [] : answer.errors.map(({ path, message }) => `${path}: ${message}`);
};

describe("the rig of a photo as a form", () => {
  it("that nobody changed is the very same to the last digit", () => {
    for (const sample of [ring, disc, trio])
      expect(inAnyOrder(read(sample, {}))).toEqual(inAnyOrder({ ok: true, rig: sample.picture.rig }));
  });

  it("gives a straight line back as it was drawn, within a hundredth of a per cent of the picture", () => {
    const { placement, zone } = disc;
    const again = toPlacement(zone.id, toDrawn(placement, zone.maxHeightMm), zone.heightMm);
    if (placement.kind !== "plane" || again.kind !== "plane") throw new Error("The disc is flat");
    const far = (a: readonly number[], b: readonly number[]) =>
      Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0));
    expect(far(again.o, placement.o)).toBeLessThan(1e-4);
    expect(far(again.ex, placement.ex)).toBeLessThan(1e-4);
    expect(far(again.ey, placement.ey)).toBeLessThan(1e-4);
  });

  it("follows a rendered ring's inside by five points, letters included", () => {
    const { placement } = ring;
    if (placement.kind !== "curve") throw new Error("A ring's inside is curved");
    const again = toPlacement("inside", toDrawn(placement, 1), 2);
    if (again.kind !== "curve") throw new Error("It stays curved");
    const last = placement.points.length - 1;
    for (const [index, { p, up }] of placement.points.entries()) {
      const near = again.points[Math.round((index / last) * (again.points.length - 1))];
      const limit = 0.5 / again.points.length;
      expect(Math.hypot(p[0] - (near?.p[0] ?? 9), p[1] - (near?.p[1] ?? 9))).toBeLessThan(limit);
      expect(Math.hypot(up[0] - (near?.up[0] ?? 9), up[1] - (near?.up[1] ?? 9))).toBeLessThan(0.004);
    }
  });

  it("stores what is drawn so that it is read back as the same", () => {
    const drawn = reshape(startPlacement(20, 2), "arc");
    const bent = moveLinePoint(drawn, 1, [0.5, 0.65]);
    const placement = toPlacement("inside", bent, 2);
    expect(rigSchema.safeParse({ slots: [], zones: [placement] }).success).toBe(true);
    const again = toDrawn(placement, 2);
    expect(again.shape).toBe("arc");
    for (const [index, [x, y]] of again.line.entries()) {
      expect(x).toBeCloseTo(bent.line[index]?.[0] ?? 9, 4);
      expect(y).toBeCloseTo(bent.line[index]?.[1] ?? 9, 4);
    }
  });

  it("lets a circle's letters stand upright on it, all of one height", () => {
    const line: Point[] = [
      [0.3, 0.5],
      [0.5, 0.3],
      [0.7, 0.5],
    ];
    const tops: Point[] = [
      [0.25, 0.5],
      [0.5, 0.25],
      [0.75, 0.5],
    ];
    const half: DrawnPlacement = { shape: "arc", line, tops, lengthMm: 30, capMm: 2 };
    const placement = toPlacement("front", half, 3);
    if (placement.kind !== "curve") throw new Error("An arc is curved");
    for (const { p, up, h } of placement.points) {
      expect(Math.hypot(p[0] - 0.5, p[1] - 0.5)).toBeCloseTo(0.2, 4);
      expect(Math.hypot(p[0] + up[0] - 0.5, p[1] + up[1] - 0.5)).toBeCloseTo(0.25, 3);
      expect(h).toBeCloseTo(0.05, 4);
    }
  });
});

describe("what is drawn into a photo is refused", () => {
  const inside = (name: string) => `zone.${ring.zone.id}.${name}`;

  it("outside the picture", () => {
    expect(errorsOf(ring, { [inside("line.0.x")]: "101" })).toEqual([
      "zone.inside.line.0.x: Give a number from 0 to 100.",
    ]);
  });

  it("where a number isn't one", () => {
    expect(errorsOf(ring, { [inside("capMm")]: "tall" })).toEqual([
      "zone.inside.capMm: Give a number from 0.2 to 50.",
    ]);
    expect(errorsOf(trio, { "slot.stone-1.rot": "1e3" })[0]).toMatch(/^slot\.stone-1\.rot/);
  });

  it("where its points lie on one another, or the line turns back", () => {
    const fields = fieldsOfDrawn("front", {
      ...startPlacement(20, 2),
      line: [
        [0.5, 0.5],
        [0.501, 0.5],
      ],
    });
    expect(errorsOf(disc, fields)).toEqual([
      "zone.front.line.1.x: Two points of the line lie on one another.",
    ]);
    const back = reshape(startPlacement(20, 2), "curve");
    const folded = {
      ...back,
      line: back.line.map((point, index) => (index === 2 ? [0.31, 0.56] : point) as Point),
    };
    expect(errorsOf(disc, fieldsOfDrawn("front", folded))[0]).toMatch(/turns back on itself|crosses itself/);
  });

  it("where letters would be mirrored or have no height", () => {
    const start = startPlacement(20, 2);
    const mirrored = { ...start, line: start.line.toReversed() };
    expect(errorsOf(disc, fieldsOfDrawn("front", mirrored))[0]).toMatch(/stand on their heads/);
    const flat: DrawnPlacement = { ...start, tops: [[0.5, 0.55]] };
    expect(errorsOf(disc, fieldsOfDrawn("front", flat))[0]).toMatch(/no height/);
  });

  it("in a place that the product hasn't got", () => {
    expect(errorsOf(ring, { "zone.lid.shape": "straight" })[0]).toMatch(
      /^zone\.lid\.shape: “zone\.lid\.shape” is no place/,
    );
    expect(errorsOf(ring, { "slot.crown.in": "on" })).toHaveLength(1);
    expect(errorsOf(trio, { "slot.stone-1.pictured": "kryptonite" })).toHaveLength(1);
  });

  it("whatever is typed, with a sentence and never a crash, and what is taken can be stored and drawn", () => {
    const names = Object.keys(fieldsOfRig(trio.picture.rig, trio.options));
    const typed = fc.oneof(
      fc.string(),
      fc.constantFrom("0", "50", "100", "-0", "NaN", "arc", "curve", "straight", "1,5"),
      fc.double().map(String),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), typed, { maxKeys: 12 }), (change) => {
        const answer = read(trio, change);
        if (!answer.ok) return answer.errors.every(({ message }) => message.length > 10);
        if (answer.rig) expect(rigSchema.safeParse(answer.rig).success).toBe(true);
        const svg = previewMarkup(drawStones(answer.rig));
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        return true;
      }),
      { numRuns: 300 },
    );
  });
});

describe("what is taken off a photo", () => {
  it("is gone, and the last of it leaves no rig", () => {
    expect(read(disc, { "zone.front.shape": "none" })).toMatchObject({ ok: true });
    const { options } = trio;
    const own = options.engravingZones.map(({ id }) => id);
    const picture = { ...trio.picture, rig: { ...(trio.picture.rig as Rig) } };
    picture.rig.zones = picture.rig.zones.filter(({ id }) => own.includes(id));
    const emptied = Object.fromEntries([
      ...options.stoneSlots.map(({ id }) => [`slot.${id}.in`, undefined]),
      ...options.engravingZones.map(({ id }) => [`zone.${id}.shape`, "none"]),
    ]);
    expect(read({ ...trio, picture }, emptied)).toEqual({ ok: true, rig: null });
  });
});

describe("a stone without pictures of its own", () => {
  const slot = { id: "stone-1", x0: 0.4, y0: 0.4, x1: 0.6, y1: 0.5, rot: 30, mm: 3, pictured: "ruby" };
  const bare: Rig = { slots: [slot], zones: [] };

  it("is drawn in its colour and turned as its setting, where the photo shows another", () => {
    const [gem] = drawStones(bare, "sapphire");
    const colour = referenceStones.find(({ id }) => id === "sapphire")?.colour;
    expect(gem).toEqual({ kind: "gem", cut: "round", box: [0.4, 0.4, 0.6, 0.5], rot: 30, colour });
    expect(previewMarkup([gem as NonNullable<typeof gem>])).toContain(
      'transform="translate(500 450) rotate(30) scale(100 50)"',
    );
    expect(drawStones(bare, "ruby")).toEqual([]);
  });
});

/** Zones don't overlap: their order says nothing. */
function inAnyOrder(answer: { ok: boolean; rig?: Rig | null }) {
  return {
    ...answer,
    zones: new Set(answer.rig?.zones),
    slots: answer.rig?.slots,
    rig: answer.rig?.settings,
  };
}

function drawStones(rig: Rig | null, stone = "sapphire") {
  const { options } = trio;
  const stones = options.stoneSlots.map((slot) => ({ slot: slot.id, stone }));
  return drawPiece(
    { alloyId: null, rig },
    options,
    { stones, engraving: [] },
    { stones: referenceStones, sizeMm: 53 },
  ).layers;
}
