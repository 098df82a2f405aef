import { beforeEach, describe, expect, it, vi } from "vitest";
import { getBag } from "@/lib/features/cart/data";
import { listInTime } from "@/lib/features/catalog/in-time";
import { changeProductMaking } from "@/lib/features/catalog/making-mutations";
import { getUsualDays } from "@/lib/features/catalog/offer";
import { parseShopFilter } from "@/lib/features/catalog/shop-filter";
import { getProductForStudio, listProductsForStudio } from "@/lib/features/catalog/studio-data";
import { quoteCheckout } from "@/lib/features/checkout/data";
import { startCheckout } from "@/lib/features/checkout/mutations";
import { forgetSimulations } from "@/lib/features/promises/baselines";
import { listBenchFaults } from "@/lib/features/promises/bench-faults";
import { refreshDates } from "@/lib/features/promises/leads";
import { getOrderByOf, getOrderByOfMost, getOrderByPlaces } from "@/lib/features/promises/order-by";
import { forgetQuoteFacts } from "@/lib/features/quotes/facts";
import { tryWhatIf } from "@/lib/features/what-if/data";
import { getBoard, getDashboard } from "@/lib/features/workshop/board";
import { addTimeOffSchema } from "@/lib/features/workshop/management-schema";
import { setMetalPrice } from "@/lib/features/workshop/settings";
import { hire, paidOrder } from "../../support/bench-orders";
import { testDb } from "../../support/database";
import type { FakeGateway } from "../../support/fake-gateway";
import { askForQuote, goodQuestion } from "../../support/quote-questions";
import { TUESDAY } from "../../support/shop";
import { bagOf, fillBag, openShop, typeCheckout } from "../../support/shopper";

vi.mock("next/server", () => ({ connection: async () => undefined }));

const db = testDb();
const slug = "two-stone-ring";
let productId = "";
let gateway: FakeGateway;

beforeEach(async () => {
  vi.stubEnv("TOUCHMARK_NOW", TUESDAY.toString());
  ({ productId, gateway } = await openShop());
  forgetSimulations();
  await fillBag(bagOf(1), productId);
});

const setRouting = async (change: (stage: Record<string, unknown>, index: number) => unknown) => {
  const { routing } = await db.product.findUniqueOrThrow({ where: { id: productId } });
  if (!Array.isArray(routing)) throw new Error("The sample has no plan");
  const changed = JSON.parse(
    JSON.stringify(routing.flatMap((stage, index) => change(stage as Record<string, unknown>, index))),
  );
  await db.product.update({
    where: { id: productId },
    data: { routing: changed, version: { increment: 1 } },
  });
};
const forming = (more: object) => () =>
  setRouting((stage) => (stage.stage === "forming" ? { ...stage, ...more } : stage));

/** What went wrong, how the shop says why (where it may), and what the studio names. */
const benches: [string, () => Promise<unknown>, RegExp, RegExp][] = [
  [
    "a stage for which nobody has the skill",
    () =>
      db.artisan.updateMany({
        data: { skills: ["setting", "engraving", "polishing", "checking", "packing"] },
      }),
    /^Nobody at our bench can take on the forming at the moment\.$/,
    /^Nobody can do the forming: nobody at the bench has its skill\. 1 design in the shop and \d open pieces? \(.+-1.*\) can’t be given a date\./,
  ],
  [
    "an artisan without hours",
    () => db.workingHours.deleteMany(),
    /^Nobody at our bench can take on the \w+ at the moment\.$/,
    /^Imogen Alder has no working hours, so no date counts on them\./,
  ],
  [
    "a year of time off for the only one who can",
    async () => {
      const { id: artisanId } = await db.artisan.findFirstOrThrow();
      const days = { fromDate: new Date("2026-11-24"), toDate: new Date("2027-11-23") };
      await db.timeOff.create({ data: { artisanId, ...days, enteredAt: new Date("2026-11-01") } });
    },
    /^Nobody at our bench can take on the \w+ at the moment\.$/,
    /^Nobody does the forming for more than half a year: of those who can, Imogen Alder, the first is back on 24 November 2027\./,
  ],
  [
    "an open piece that takes a thousand million minutes",
    () =>
      db.$executeRaw`UPDATE "job_stage" SET "typicalMinutes" = 1000000000, "badDayMinutes" = 1000000000, "planNowMinutes" = NULL
                      WHERE "stageId" = 'forming'`,
    /can’t name a day yet\.$/,
    /^.+-1: the minutes of forming can’t be right \(1,000,000,000, on a bad day 1,000,000,000\)\./,
  ],
];

const plans: [string, () => Promise<unknown>, RegExp][] = [
  ["no minutes", forming({ typicalMinutes: 0 }), /Forming: its usual minutes can’t be right\./],
  ["fewer than none", forming({ typicalMinutes: -30 }), /Forming: its usual minutes can’t be right\./],
  [
    "a thousand million minutes",
    forming({ typicalMinutes: 1e9, badDayMinutes: 1e9 }),
    /Forming: its usual minutes can’t be right\./,
  ],
  [
    "NaN, through JSON",
    forming({ typicalMinutes: Number.NaN }),
    /Forming: its usual minutes can’t be right\./,
  ],
  [
    "a cycle",
    () => setRouting((stage, index) => (index === 0 ? [stage, stage] : stage)),
    /A stage stands here twice\./,
  ],
];

const listed = async () => {
  const filter = parseShopFilter(new URLSearchParams("needBy=2026-12-23"));
  if (!filter.inTime) throw new Error("no day was asked for");
  const { inTime } = await listInTime(filter, filter.inTime, TUESDAY);
  return inTime?.ok ? inTime.chances : null;
};

/** Bag, checkout, listing and order-by: a date nowhere, and a failure nowhere. */
async function expectNoDateAnywhere(problem: RegExp) {
  expect((await getBag(bagOf(1), TUESDAY))?.promise).toBeNull();
  const quote = await quoteCheckout({ bagKey: bagOf(1), country: "GB", method: "tracked" }, TUESDAY);
  expect(quote?.view.promise).toBeNull();
  expect(quote?.view.deliveries.map(({ arrives }) => arrives)).toEqual([[], []]);
  expect(quote?.view.problem).toMatch(problem);
  const { form } = await typeCheckout(bagOf(1));
  expect(await startCheckout({ bagKey: bagOf(1), form }, { now: TUESDAY, gateway })).toMatchObject({
    code: "NOT_ORDERABLE",
  });
  expect(await db.order.count({ where: { status: "AWAITING_PAYMENT" } })).toBe(0);
  expect(await listed()).toEqual({ [slug]: null });
  expect(await getOrderByOf(slug, TUESDAY)).toBeNull();
  expect(await getOrderByOfMost(TUESDAY)).toBeNull();
  expect(await getOrderByPlaces(TUESDAY)).toEqual([]);
}

/** The studio's pages open, whatever is wrong. */
async function expectStudioOpens() {
  expect((await getBoard(TUESDAY)).columns.length).toBeGreaterThan(0);
  expect((await getDashboard(TUESDAY)).today).toBe("2026-11-24");
  const tried = await tryWhatIf({ try: "rush-order", product: slug, pieces: 1 }, TUESDAY);
  expect(tried.ok || tried.code).not.toBe("NOT_SET_UP");
  expect(await listProductsForStudio()).toHaveLength(1);
}

describe.each(benches)("where the bench is wrong: %s", (_what, spoil, shopWords, studioWords) => {
  it("no date is invented, and the studio reads why", async () => {
    await paidOrder(productId);
    await spoil();
    await refreshDates(TUESDAY);
    const { status, json } = await askForQuote(goodQuestion);
    expect(status).toBe(200);
    expect(json).toMatchObject({ promise: null, noDateBecause: expect.stringMatching(shopWords) });
    const usual = await getUsualDays(slug, TUESDAY);
    expect(usual).toMatchObject({ arrival: null, noDateBecause: expect.stringMatching(shopWords) });
    await expectNoDateAnywhere(/^We’ll confirm the date with you first/);

    const words = (await listBenchFaults(TUESDAY)).map((fault) => fault.words);
    expect(words).toContainEqual(expect.stringMatching(studioWords));
    expect((await getProductForStudio(slug))?.noDateBecause).toBeTruthy();
    await expectStudioOpens();
  });
});

describe.each(plans)("where a design's plan is wrong: %s", (_what, spoil, fault) => {
  it("it is neither priced nor dated, its studio page names it, and saving a right one mends it", async () => {
    const owner = await hire("Olive", { role: "OWNER" });
    const who = { now: TUESDAY, actor: owner };
    await spoil();
    forgetQuoteFacts();
    await refreshDates(TUESDAY);
    const { status, json } = await askForQuote(goodQuestion);
    expect(status).toBe(422);
    expect(json).toMatchObject({
      errors: [{ code: "NOT_MADE", message: expect.stringContaining("write to us") }],
    });
    expect(await getUsualDays(slug, TUESDAY)).toMatchObject({ arrival: null });
    await expectNoDateAnywhere(/^Two-stone ring: We can’t price this at the moment\./);
    // What is set for all doesn't stumble over one.
    expect(await setMetalPrice({ alloyId: "sterling-silver", pricePerGramMinor: 99 }, who)).toMatchObject({
      ok: true,
    });

    const words = (await listBenchFaults(TUESDAY)).map((one) => one.words);
    expect(words).toEqual([expect.stringMatching(/^Two-stone ring: /)]);
    expect(words[0]).toMatch(fault);
    await expectStudioOpens();
    const page = await getProductForStudio(slug);
    expect(page?.noDateBecause).toMatch(fault);
    const fields = { volumeMm3: "320", referenceMm: "54", volumePerMm: "6", lossPercent: "8" };
    const mended = await changeProductMaking(
      {
        ...{ slug, version: page?.version ?? 0 },
        fields: { ...fields, "stage.forming.typical": "60", "stage.forming.badDay": "90" },
      },
      who,
    );
    expect(mended).toMatchObject({ ok: true });
    forgetQuoteFacts();
    expect((await askForQuote(goodQuestion)).json).toMatchObject({ promise: { shipBy: expect.any(String) } });
    await refreshDates(TUESDAY);
    expect(await listBenchFaults(TUESDAY)).toEqual([]);
  });

  it("isn't taken by the form in the first place", async () => {
    const owner = await hire("Olive", { role: "OWNER" });
    const { version } = await db.product.findUniqueOrThrow({ where: { id: productId } });
    for (const typical of ["0", "-30", "1000000000", "NaN", ""]) {
      const refused = await changeProductMaking(
        {
          ...{ slug, version },
          fields: {
            ...{ volumeMm3: "320", referenceMm: "54", volumePerMm: "6", lossPercent: "8" },
            ...{ "stage.forming.typical": typical, "stage.forming.badDay": "90" },
          },
        },
        { now: TUESDAY, actor: owner },
      );
      expect(refused).toMatchObject({ code: "INVALID_INPUT", errors: [{ path: "stage.forming.typical" }] });
    }
  });
});

describe("time off", () => {
  it("of more than a year isn't time off", () => {
    const days = { artisanId: "a", from: "2026-12-01" };
    expect(addTimeOffSchema.safeParse({ ...days, to: "2027-12-01" }).success).toBe(true);
    const [issue] = addTimeOffSchema.safeParse({ ...days, to: "2027-12-02" }).error?.issues ?? [];
    expect(issue).toMatchObject({ path: ["to"], message: expect.stringContaining("more than a year") });
  });
});
