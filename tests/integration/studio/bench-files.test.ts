import { beforeEach, describe, expect, it, vi } from "vitest";
import { fitEngraving } from "@/lib/domain/engraving";
import { engravingFaces } from "@/lib/features/quotes/fonts";
import { getJob } from "@/lib/features/workshop/job-page";
import { readBenchSvg } from "../../support/bench-files";
import { paidOrder } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { joinInk } from "../../support/ink";
import { engravedRing, silverRing, specOf } from "../../support/orders";
import { parseDxf } from "../../support/parse-dxf";
import { readPdf } from "../../support/read-pdf";
import { requestCookies } from "../../support/request-scope";
import { sampleOptions } from "../../support/sample-product";
import { createShop, TUESDAY } from "../../support/shop";
import { signIn } from "../../support/sign-in";

vi.mock("next/headers", async () => (await import("../../support/request-scope")).nextHeaders);
vi.mock("next/cache", async (original) =>
  (await import("../../support/request-scope")).nextCache(original as () => Promise<object>),
);

const db = testDb();
let number = "";
let plain = "";

beforeEach(async () => {
  await emptyDatabase();
  requestCookies.clear();
  const { productId } = await createShop();
  const order = await paidOrder(productId, {
    lines: [
      { personalization: engravedRing, quantity: 1, unitMinor: 20_000 },
      { personalization: silverRing, quantity: 1, unitMinor: 15_000 },
    ],
  });
  number = `${order.number}-1`;
  plain = `${order.number}-2`;
});

describe("the file for the bench", () => {
  it("has the ordered letters, as wide as they were quoted", async () => {
    await signIn();
    const answer = await get(number, "inside.svg");
    expect(answer.status).toBe(200);
    const shortHash = specOf(engravedRing).hash.slice(0, 8);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/svg+xml; charset=utf-8",
      "content-disposition": `attachment; filename="${number}-${shortHash}-inside.svg"`,
      "cache-control": "private, no-store",
    });
    const svg = await answer.text();
    const [zone] = sampleOptions().engravingZones;
    const [choice] = engravedRing.engraving;
    if (!zone || !choice) throw new Error("The sample ring has no inside");
    const { fit } = fitEngraving(zone, choice, 54.42, engravingFaces);
    expect(svg).toContain(`12 glyphs, ${fit.widthMm} mm wide.`);
    const read = readBenchSvg(svg);
    expect(read.zone?.width).toBeCloseTo(fit.maxWidthMm, 2);
    const [line = []] = read.lines;
    // Two of the twelve are spaces.
    expect(line).toHaveLength(10);
    const ink = joinInk(line);
    expect(ink.maxX - ink.minX).toBeGreaterThan(fit.widthMm - 0.3);
    expect(ink.maxX - ink.minX).toBeLessThan(fit.widthMm + 0.3);
  });

  it("is to be had as DXF, too", async () => {
    await signIn();
    const answer = await get(number, "inside.dxf");
    expect(answer.headers.get("content-type")).toBe("image/vnd.dxf");
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="[\w-]+-inside\.dxf"$/);
    const dxf = parseDxf(await answer.text());
    expect(dxf.version).toBe("AC1009");
    expect(dxf.polylines.filter(({ layer }) => layer === "ENGRAVING").length).toBeGreaterThan(12);
  });

  it("keeps its letters when the product loses the place", async () => {
    await signIn();
    const before = readBenchSvg(await (await get(number, "inside.svg")).text());
    await db.product.updateMany({ data: { options: { ...sampleOptions(), engravingZones: [] } } });
    const after = readBenchSvg(await (await get(number, "inside.svg")).text());
    expect(after.zone).toBeNull();
    const width = (lines: typeof before.lines) => {
      const box = joinInk(lines.flat());
      return box.maxX - box.minX;
    };
    expect(width(after.lines)).toBeCloseTo(width(before.lines), 3);
  });

  it("is the staff's alone", async () => {
    expect((await get(number, "inside.svg")).status).toBe(401);
    expect((await get(number, "inside.dxf")).status).toBe(401);
    expect((await get("TM-1-1", "inside.svg")).status).toBe(401);
  });

  it.each([
    ["another place", () => [number, "tag.svg"]],
    ["a piece without engraving", () => [plain, "inside.svg"]],
    ["no such piece", () => ["TM-9999-9", "inside.svg"]],
    ["another format", () => [number, "inside.pdf"]],
    ["no format", () => [number, "inside"]],
    ["a path", () => [number, "../inside.svg"]],
    ["a name that no piece has", () => ["TM\u0000", "inside.svg"]],
    ["a broken escape", () => ["%E0%A4%A", "inside.svg"]],
  ] as [string, () => [string, string]][])("isn't there for %s", async (_what, asked) => {
    await signIn();
    expect((await get(...asked())).status).toBe(404);
  });

  it("is linked for each engraved place, and for no other", async () => {
    expect((await getJob(number, TUESDAY))?.engravings).toEqual([
      { zone: "inside", label: "Inside the band" },
    ]);
    expect((await getJob(plain, TUESDAY))?.engravings).toEqual([]);
  });
});

describe("the bench ticket as PDF", () => {
  it("has what was ordered, on the paper that was asked for", async () => {
    await signIn();
    const answer = await getTicket(number, "a6.pdf");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/pdf");
    expect(answer.headers.get("content-disposition")).toBe(`inline; filename="${number}-ticket-a6.pdf"`);
    const [page] = await readPdf(Buffer.from(await answer.arrayBuffer()));
    expect(page?.widthMm).toBeCloseTo(105, 2);
    const text = page?.text.replace(/\s+/g, " ");
    for (const words of [number, "US 7 (54.42 mm round the inside)", "Ruby, 3 mm round", "“Zoë & Łukasz”"])
      expect(text).toContain(words);
    // 300 mm³ of sterling silver: 3.12 g, and silver under 7.78 g needs no hallmark.
    expect(text).toContain("about 3.1 g of metal, before stones");
    expect(text).toContain("Hallmark not needed");
    expect(text).toContain(specOf(engravedRing).hash);
  });

  it("is to be had of a piece without engraving, too", async () => {
    await signIn();
    expect((await getTicket(plain, "a5.pdf")).status).toBe(200);
  });

  it("is the staff's alone, and of nothing else", async () => {
    expect((await getTicket(number, "a5.pdf")).status).toBe(401);
    await signIn();
    expect((await getTicket(number, "a4.pdf")).status).toBe(404);
    expect((await getTicket("TM-9999-9", "a5.pdf")).status).toBe(404);
    expect((await getTicket("TM\u0000", "a5.pdf")).status).toBe(404);
  });
});

async function getTicket(job: string, file: string): Promise<Response> {
  const { GET } = await import("@/app/studio/jobs/[number]/ticket/[file]/route");
  const request = new Request("http://localhost:3000/studio/jobs/any/ticket/any");
  return GET(request, { params: Promise.resolve({ number: job, file }) });
}

async function get(job: string, file: string): Promise<Response> {
  const { GET } = await import("@/app/studio/jobs/[number]/engraving/[file]/route");
  const request = new Request("http://localhost:3000/studio/jobs/any/engraving/any");
  return GET(request, { params: Promise.resolve({ number: job, file }) });
}
