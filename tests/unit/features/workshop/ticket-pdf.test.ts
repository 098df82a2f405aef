import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { type BenchTicketFacts, describeTicket } from "@/lib/domain/bench-ticket";
import { describeSpec, type Spec } from "@/lib/domain/spec";
import { writeTicketPdf } from "@/lib/features/workshop/ticket-pdf";
import { drawSample, engraved, sampleHash, tagZone } from "@/tests/support/bench-files";
import { readPdf } from "@/tests/support/read-pdf";

const made = new Date("2026-11-24T09:00:00Z");

describe("the bench ticket as PDF", () => {
  it.each([
    ["a5", 148, 210],
    ["a6", 105, 148],
  ] as const)("says everything on %s that the bench must know", async (paper, widthMm, heightMm) => {
    const facts = ticketFacts();
    const picture = await sharp({ create: { width: 60, height: 60, channels: 3, background: "#cb9" } })
      .jpeg()
      .toBuffer();
    const pages = await readPdf(await writeTicketPdf(describeTicket(facts), paper, made, picture));
    expect(pages.map(({ images }) => images)[0]).toBe(1);
    for (const page of pages) {
      expect(page.widthMm).toBeCloseTo(widthMm, 2);
      expect(page.heightMm).toBeCloseTo(heightMm, 2);
    }
    const text = withoutBreaks(pages.map((page) => page.text).join("\n"));
    for (const { label, value } of describeSpec(facts.spec)) {
      expect(text).toContain(withoutBreaks(label));
      // The bench needs a ring's size finer than the shop says it.
      if (label !== "Ring size") expect(text).toContain(withoutBreaks(value));
    }
    for (const words of [
      "TM-1042-2",
      "Two-stone ring, piece 2 of 3",
      "Leaves by Fri 4 Dec",
      "RUSH",
      "Gift: no prices in the parcel.",
      "US 7 (54.42 mm round the inside)",
      "about 3.1 g of metal, before stones",
      "needed: goes to assay before it leaves",
      "True size: the bar is 10 mm.",
      `Order TM-1042 · spec ${sampleHash}`,
    ])
      expect(text).toContain(withoutBreaks(words));
  });

  it("draws the engraving at its true size", async () => {
    const [page] = await readPdf(await writeTicketPdf(describeTicket(ticketFacts()), "a6", made));
    const has = (widthMm: number, heightMm: number) =>
      page?.shapes.some(
        (shape) => Math.abs(shape.widthMm - widthMm) < 0.02 && Math.abs(shape.heightMm - heightMm) < 0.02,
      );
    // The zone, and the bar beneath it.
    expect(has(14, 8)).toBe(true);
    expect(has(10, 0)).toBe(true);
  });

  it("has the letters of every script that can be engraved, and a mark for those that nobody has", async () => {
    const text = "Ελένη & Ќ Ǫ\u0301 ½ Ḿ ❦ ℗ 漢";
    const rows = [{ label: "Engraving", value: text }];
    const [page] = await readPdf(
      await writeTicketPdf({ ...describeTicket(ticketFacts()), rows }, "a5", made),
    );
    // The last has no letter of ours; the three before it are in three fonts.
    expect(withoutBreaks(page?.text ?? "")).toContain(withoutBreaks(text.replace("漢", "?")));
  });

  it("says so where a place is too wide for the paper, or can't be drawn", async () => {
    const wide = drawSample("Forever", { zone: tagZone({ widthMm: 150 }) });
    const ticket = describeTicket({
      ...ticketFacts(),
      engravings: [wide, "We don't have the typeface Zapf."],
    });
    const [page] = await readPdf(await writeTicketPdf(ticket, "a6", made));
    expect(withoutBreaks(page?.text ?? "")).toContain(
      withoutBreaks("59 % of true size: too wide for this paper."),
    );
    expect(page?.text).toContain("We don't have the typeface Zapf.");
  });

  it("goes on to another page rather than write over its edge", async () => {
    const rows = Array.from({ length: 40 }, (_, index) => ({
      label: `Stone ${index + 1}`,
      value: "Ruby, 3 mm round",
    }));
    const pages = await readPdf(await writeTicketPdf({ ...describeTicket(ticketFacts()), rows }, "a6", made));
    expect(pages).toHaveLength(2);
    expect(pages[0]?.text).toContain("page 1 of 2");
    expect(pages.map((page) => page.text).join("")).toContain("Stone 40");
  });

  it("knows no weight for an alloy that is gone", () => {
    const { rows } = describeTicket({ ...ticketFacts(), metal: null });
    expect(rows.slice(-2)).toEqual([
      { label: "Weight", value: "not known" },
      { label: "Hallmark", value: "not known: weigh it" },
    ]);
  });
});

function withoutBreaks(text: string): string {
  return text.replace(/\s+/g, "");
}

function ticketFacts(): BenchTicketFacts {
  const spec: Spec = {
    version: 1,
    product: { slug: "two-stone-ring", name: "Two-stone ring" },
    metal: { id: "sterling-silver", label: "Sterling silver", fineness: 925 },
    finish: { id: "polished", label: "Polished" },
    size: { kind: "ring", system: "us", value: "7", mm: 54.42 },
    stones: [
      {
        slot: { id: "left", label: "Left stone" },
        stone: { id: "ruby", label: "Ruby" },
        cut: "round",
        mm: 3,
      },
    ],
    engraving: [engraved("Zoë\nНаталья", { font: "eb-garamond" })],
    motif: { id: "heart", label: "Heart" },
  };
  return {
    number: "TM-1042-2",
    orderNumber: "TM-1042",
    specHash: sampleHash,
    spec,
    productName: "Two-stone ring",
    pieceIndex: 2,
    pieces: 3,
    dueOn: "2026-12-04",
    rush: true,
    gift: true,
    metal: { weightGrams: 3.12, hallmark: true },
    engravings: [drawSample("Zoë\nНаталья", { font: "eb-garamond" })],
    jobUrl: "http://localhost:3000/studio/jobs/TM-1042-2",
  };
}
