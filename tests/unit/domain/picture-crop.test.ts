import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { focusInSquare, moveRig, squareAround } from "@/lib/domain/picture-crop";
import { cardFile, pictureFile, pictureSources } from "@/lib/domain/picture-files";
import type { Rig } from "@/lib/domain/rig";

const share = fc.integer({ min: 0, max: 100 }).map((value) => value / 100);
const size = fc.record({
  width: fc.integer({ min: 1, max: 5000 }),
  height: fc.integer({ min: 1, max: 5000 }),
});

describe("the square of a photo", () => {
  it("is the largest there is, lies within it, and holds what matters", () => {
    fc.assert(
      fc.property(size, share, share, ({ width, height }, x, y) => {
        const { left, top, side } = squareAround({ width, height }, [x, y]);
        expect(side).toBe(Math.min(width, height));
        expect(Math.min(left, top, width - left - side, height - top - side)).toBeGreaterThanOrEqual(0);
        expect(left - 1).toBeLessThanOrEqual(width * x);
        expect(left + side + 1).toBeGreaterThanOrEqual(width * x);
        const [fx, fy] = focusInSquare({ width, height }, [x, y]);
        expect(Math.min(fx, fy)).toBeGreaterThanOrEqual(0);
        expect(Math.max(fx, fy)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("goes no further than the edge", () => {
    expect(squareAround({ width: 3000, height: 2000 }, [0, 0.5])).toEqual({ left: 0, top: 0, side: 2000 });
    expect(squareAround({ width: 3000, height: 2000 }, [0.5, 0])).toEqual({ left: 500, top: 0, side: 2000 });
    expect(focusInSquare({ width: 3000, height: 2000 }, [0.9, 0.25])).toEqual([0.85, 0.25]);
  });
});

describe("a rig", () => {
  const rig: Rig = {
    slots: [{ id: "left", x0: 0.4, y0: 0.4, x1: 0.5, y1: 0.5, mm: 3 }],
    zones: [{ id: "inside", kind: "plane", o: [0.5, 0.6], ex: [0.01, 0], ey: [0, -0.01], wMm: 10, hMm: 2 }],
  };
  const at = (left: number) => ({ left, top: 0, side: 1000 });

  it("stays on the piece when another square is shown, and comes back with it", () => {
    const moved = moveRig(rig, at(500), at(300));
    expect(moved?.slots[0]).toMatchObject({ x0: 0.6, y0: 0.4, x1: 0.7, y1: 0.5 });
    expect(moved?.zones[0]).toMatchObject({ o: [0.7, 0.6], ex: [0.01, 0] });
    expect(moved && moveRig(moved, at(300), at(500))).toEqual(rig);
  });

  it("loses what can't be seen any more, and is gone where nothing can", () => {
    expect(moveRig(rig, at(0), at(450))).toMatchObject({ slots: [], zones: [{ o: [0.05, 0.6] }] });
    expect(moveRig(rig, at(0), at(700))).toBeNull();
  });
});

describe("a picture's files", () => {
  it("are AVIF in every width that it has, and one that every browser reads", () => {
    expect(pictureSources({ src: "/pictures/band", width: 1000 })).toEqual({
      avif: "/pictures/band-400.avif 400w, /pictures/band-800.avif 800w, /pictures/band-1000.avif 1000w",
      src: "/pictures/band-800.webp",
      several: true,
    });
    const { avif, src } = pictureSources({ src: "/media/ab", width: 1600 });
    expect(avif).toContain("/media/ab-1600.avif 1600w");
    expect(src).toBe("/media/ab-800.jpg");
  });

  it("leave out the widths that are never wide enough, as long as one is left", () => {
    const narrow = { src: "/pictures/band", width: 800 };
    expect(pictureSources(narrow, 800)).toMatchObject({ avif: "/pictures/band-800.avif", several: false });
    expect(pictureSources(narrow, 1000).avif).toBe(
      "/pictures/band-400.avif 400w, /pictures/band-800.avif 800w",
    );
  });

  it("are WebP alone where a piece is drawn", () => {
    expect(pictureSources({ src: "/pictures/pieces/ab", width: 400 })).toEqual({
      avif: null,
      src: "/pictures/pieces/ab-800.webp",
      srcSet: "/pictures/pieces/ab-400.webp",
      several: false,
    });
  });

  it("have names that say what they are", () => {
    expect(pictureFile("/media/ab", 1000)).toBe("/media/ab-1000.webp");
    expect(cardFile("/media/ab")).toBe("/media/ab-1200x630.jpg");
  });
});
