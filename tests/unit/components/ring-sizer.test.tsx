import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { RingSizer } from "@/components/shop/ring-sizer";
import { parseRingSize } from "@/lib/domain/ring-size";

const html = renderToStaticMarkup(<RingSizer />);

describe("the printed ring sizer", () => {
  it("has a circle for every whole UK size, whose outer edge is the size to a hundredth", () => {
    const drawn = [
      ...html.matchAll(
        /aria-label="UK ([^,]+), [^"]*"><circle cx="13" cy="13" r="([\d.]+)"[^>]*stroke-width="([\d.]+)"/g,
      ),
    ].map(([, value = "", radius, line]) => ({
      value,
      mm: 2 * Math.PI * (Number(radius) + Number(line) / 2),
    }));
    expect(drawn.map(({ value }) => value).join("")).toBe("HIJKLMNOPQRSTUVWXYZ");
    for (const { value, mm } of drawn) {
      const size = parseRingSize("uk", value);
      expect(size.ok && Math.abs(size.mm - mm) < 0.01).toBe(true);
    }
  });

  it("is drawn in millimetres: a unit of each picture is one", () => {
    const pictures = [
      ...html.matchAll(
        /<svg width="([\d.]+)mm" height="([\d.]+)mm" viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/g,
      ),
    ];
    expect(pictures.length).toBe(21);
    for (const [, width, height, unitsWide, unitsHigh] of pictures)
      expect([unitsWide, unitsHigh]).toEqual([width, height]);
  });

  it("has a ruler of 100 mm and the outline of a bank card to check the print by", () => {
    expect(html).toContain('x1="0" x2="100"');
    expect(html).toContain('<rect width="85.6" height="53.98" rx="3.18"');
  });
});
