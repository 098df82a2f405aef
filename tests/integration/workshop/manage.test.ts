import { beforeEach, describe, expect, it } from "vitest";
import { estimatePromise } from "@/lib/domain/promise";
import { addArtisan, addTimeOff, removeTimeOff, updateArtisan } from "@/lib/features/workshop/artisans";
import { getQueueState, getWorkshopFacts } from "@/lib/features/workshop/data";
import {
  addArtisanSchema,
  saveShippingMethodSchema,
  setUpWorkshopSchema,
  weeklyHoursSchema,
} from "@/lib/features/workshop/management-schema";
import { listArtisans, listMetalPrices } from "@/lib/features/workshop/people-data";
import { isSetUp, setUpWorkshop } from "@/lib/features/workshop/set-up";
import {
  addClosure,
  removeClosure,
  saveShippingMethod,
  setMetalPrice,
  updateWorkshop,
} from "@/lib/features/workshop/settings";
import { aheadOf } from "../../support/ahead";
import { hire, paidOrder } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
const mornings = [1, 2, 3].map((weekday) => ({ weekday, startMinute: 540, endMinute: 720 }));
let productId = "";
let owner: Awaited<ReturnType<typeof hire>>;
let artisan: Awaited<ReturnType<typeof hire>>;

beforeEach(async () => {
  await emptyDatabase();
  ({ productId } = await createShop());
  owner = await hire("Olive", { role: "OWNER" });
  artisan = await hire("Mara", { skills: ["forming"] });
});

const byOwner = () => ({ now: TUESDAY, actor: owner });
const byArtisan = () => ({ now: TUESDAY, actor: artisan });

describe("what the owner runs", () => {
  it("is the owner's alone", async () => {
    const forbidden = { ok: false, code: "FORBIDDEN" };
    const closure = { date: "2026-12-24", name: "Christmas Eve" };
    expect(await addClosure(closure, byArtisan())).toEqual(forbidden);
    expect(await addClosure(closure, { now: TUESDAY, actor: { kind: "SYSTEM" } })).toEqual(forbidden);
    expect(await setMetalPrice({ alloyId: "sterling-silver", pricePerGramMinor: 1 }, byArtisan())).toEqual(
      forbidden,
    );
    expect(await addArtisan({ name: "Eve", skills: [], hours: [] }, byArtisan())).toEqual(forbidden);
    expect(await db.closure.count()).toBe(0);
  });

  it("takes on an artisan, whom the queue then counts on; changes hours; refuses a stale screen", async () => {
    const added = await addArtisan({ name: "Eve", skills: ["setting"], hours: mornings }, byOwner());
    if (!added.ok) throw new Error(added.code);
    const { artisanId } = added.value;
    expect((await getQueueState(TUESDAY))?.artisans.at(-1)).toMatchObject({ name: "Eve", hours: mornings });
    const change = { artisanId, name: "Eve", skills: ["setting"], hours: mornings, position: 10 };
    expect(await updateArtisan({ ...change, version: 1, active: true }, byOwner())).toEqual({
      ok: true,
      value: { version: 1 },
    });
    const fewer = { ...change, hours: mornings.slice(0, 1), active: false };
    expect(await updateArtisan({ ...fewer, version: 1 }, byOwner())).toEqual({
      ok: true,
      value: { version: 2 },
    });
    expect(await updateArtisan({ ...fewer, version: 1, name: "Eva" }, byOwner())).toMatchObject({
      code: "STALE",
    });
    expect((await getQueueState(TUESDAY))?.artisans.map(({ name }) => name)).not.toContain("Eve");
    const events = await db.event.findMany({ where: { type: "ARTISAN_CHANGED" } });
    expect(events.map(({ data }) => data)).toEqual([{ artisan: "Eve", fields: ["active", "hours"] }]);
    const unknown = await addArtisan({ name: "Max", skills: ["juggling"], hours: [] }, byOwner());
    expect(unknown).toMatchObject({ ok: false, code: "UNKNOWN_SKILL", errors: [{ path: "skills" }] });
  });

  it("plans time off and closures, and a promise heeds them", async () => {
    await paidOrder(productId);
    const work = [[{ stage: "forming", skill: "forming", typicalMinutes: 60, badDayMinutes: 60 }]];
    const readyOn = async () => {
      const state = await getQueueState(TUESDAY);
      if (!state) throw new Error("set up");
      const alone = { ...state, artisans: state.artisans.filter(({ name }) => name === "Mara") };
      const delivery = { typicalDays: 1, slowDays: 2, holidays: [] };
      const promise = estimatePromise(aheadOf(alone, TUESDAY.epochMilliseconds), work, TUESDAY, { delivery });
      return promise.ok ? promise.ready.p50 : promise.code;
    };
    expect(await readyOn()).toBe("2026-11-24");
    const off = { artisanId: artisan.artisanId ?? "", from: "2026-11-24", to: "2026-11-27", reason: null };
    const added = await addTimeOff(off, byOwner());
    if (!added.ok) throw new Error(added.code);
    expect(await readyOn()).toBe("2026-11-30");
    await addClosure({ date: "2026-11-30", name: "Stocktaking" }, byOwner());
    expect(await readyOn()).toBe("2026-12-01");
    expect(await addClosure({ date: "2026-11-30", name: "Again" }, byOwner())).toMatchObject({
      code: "CLOSED_ALREADY",
    });
    const mara = (await listArtisans(TUESDAY)).find(({ name }) => name === "Mara");
    expect(mara?.timeOffRows).toMatchObject([{ from: "2026-11-24", to: "2026-11-27" }]);
    expect(await removeTimeOff({ timeOffId: added.value.timeOffId }, byOwner())).toMatchObject({ ok: true });
    expect(await removeTimeOff({ timeOffId: added.value.timeOffId }, byOwner())).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await removeClosure({ date: "2026-11-30" }, byOwner())).toMatchObject({ ok: true });
    expect(await removeClosure({ date: "2026-11-30" }, byOwner())).toMatchObject({ code: "NOT_FOUND" });
    expect(await readyOn()).toBe("2026-11-24");
  });

  it("adds a metal price to the history: the newest that has begun is in force", async () => {
    await setMetalPrice({ alloyId: "sterling-silver", pricePerGramMinor: 140 }, byOwner());
    const priceAt = async (now = TUESDAY) =>
      (await getWorkshopFacts(now))?.alloys.find(({ id }) => id === "sterling-silver")?.pricePerGramMinor;
    expect(await priceAt()).toBe(140);
    expect(await priceAt(TUESDAY.subtract({ hours: 1 }))).toBe(110);
    expect((await listMetalPrices(TUESDAY))[0]?.prices).toMatchObject([
      { pricePerGramMinor: 140, byName: "Olive" },
      { pricePerGramMinor: 110, byName: null },
    ]);
    // "From …" follows: silver is what this ring costs least in.
    const from = async () => (await db.product.findFirstOrThrow()).priceFromMinor;
    const before = await from();
    await setMetalPrice(
      { alloyId: "sterling-silver", pricePerGramMinor: 5140 },
      { now: TUESDAY.add({ hours: 1 }), actor: owner },
    );
    expect(await from()).toBeGreaterThan(before + 3 * 5000);
    expect(await setMetalPrice({ alloyId: "tin", pricePerGramMinor: 1 }, byOwner())).toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("changes delivery and the workshop itself", async () => {
    const method = {
      id: "courier",
      version: 0,
      label: "Bicycle courier",
      carrier: "Pedal",
      countries: ["GB"],
      priceMinor: 700,
      typicalDays: 0,
      slowDays: 1,
      trackingUrl: null,
      active: true,
    };
    await saveShippingMethod(method, byOwner());
    expect(await saveShippingMethod({ ...method, priceMinor: 900 }, byOwner())).toMatchObject({
      code: "NAME_TAKEN",
      errors: [{ path: "id" }],
    });
    expect(await saveShippingMethod({ ...method, id: "balloon", version: 1 }, byOwner())).toMatchObject({
      code: "NOT_FOUND",
    });
    const both = await Promise.all([
      saveShippingMethod({ ...method, version: 1, active: false }, byOwner()),
      saveShippingMethod({ ...method, version: 1, active: false, priceMinor: 1 }, byOwner()),
    ]);
    expect(both.flatMap((result) => (result.ok ? [] : [result.code]))).toEqual(["STALE"]);
    expect((await getWorkshopFacts(TUESDAY))?.shippingMethods.map(({ id }) => id)).not.toContain("courier");
    const events = await db.event.findMany({
      where: { type: "SHIPPING_METHOD_CHANGED" },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ data }) => data)).toMatchObject([
      { method: "Bicycle courier", fields: ["all"] },
      { method: "Bicycle courier", fields: expect.arrayContaining(["active"]) },
    ]);
    const facts = await getWorkshopFacts(TUESDAY);
    if (!facts) throw new Error("set up");
    const {
      name: workshopName,
      currency: _currency,
      hallmarkCountry: _country,
      version,
      ...rest
    } = facts.workshop;
    const changed = await updateWorkshop(
      { ...rest, workshopName, version, hourlyRateMinor: 5000 },
      byOwner(),
    );
    expect(changed).toEqual({ ok: true, value: { version: version + 1 } });
    expect(await updateWorkshop({ ...rest, workshopName: "X", version }, byOwner())).toMatchObject({
      code: "STALE",
    });
  });

  it("knows the national holidays of the workshop's part of the country", async () => {
    await db.workshop.update({ where: { id: 1 }, data: { region: "England" } });
    const facts = await getWorkshopFacts(TUESDAY);
    const in2026 = facts?.holidays.filter(({ date }) => date.startsWith("2026")).map(({ date }) => date);
    expect(in2026).toEqual([
      "2026-01-01",
      "2026-04-03",
      "2026-04-06",
      "2026-05-04",
      "2026-05-25",
      "2026-08-31",
      "2026-12-25",
      "2026-12-26",
      "2026-12-28",
    ]);
  });
});

describe("an empty shop", () => {
  const typed = {
    workshopName: "Forge & Fern",
    email: "hello@forge.example",
    line1: "1 Mill Lane",
    line2: "",
    city: "Cork",
    region: "",
    postalCode: "T12 X70A",
    country: "IE",
    timeZone: "Europe/Dublin",
    currency: "eur",
    ownerName: "Nora",
    ownerEmail: "Nora@Forge.example",
    password: "a long enough phrase",
  };
  const input = setUpWorkshopSchema.parse(typed);

  beforeEach(async () => {
    await db.$executeRaw`TRUNCATE "workshop", "user", "artisan" CASCADE`;
  });

  it("is set up once, whoever is first, with an owner who signs in and a bench that works", async () => {
    expect(await isSetUp()).toBe(false);
    const results = await Promise.all([
      setUpWorkshop(input, { now: TUESDAY }),
      setUpWorkshop(input, { now: TUESDAY }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ code: "ALREADY_SET_UP" });
    expect(await isSetUp()).toBe(true);
    const user = await db.user.findFirstOrThrow({ include: { artisan: { include: { hours: true } } } });
    expect(user).toMatchObject({ email: "nora@forge.example", role: "OWNER", artisan: { name: "Nora" } });
    expect(user.passwordHash).toMatch(/^\$scrypt\$/);
    expect(user.artisan?.hours).toHaveLength(5);
    const facts = await getWorkshopFacts(TUESDAY);
    expect(facts?.workshop).toMatchObject({ currency: "EUR", hourlyRateMinor: 4500, hallmarkCountry: null });
    // British tax and carriers are nobody's business in Cork.
    expect([facts?.taxRates, facts?.shippingMethods]).toEqual([[], []]);
  });

  it("asks again for what is missing or can't be", () => {
    const wrong = setUpWorkshopSchema.safeParse({
      ...typed,
      timeZone: "Mars/Olympus",
      currency: "XYZ1",
      password: "short",
    });
    expect(wrong.error?.issues.map(({ path }) => path.join("."))).toEqual([
      "timeZone",
      "currency",
      "password",
    ]);
  });
});

describe("input of the owner's forms", () => {
  it("refuses hours that overlap or run backwards", () => {
    const block = { weekday: 1, startMinute: 540, endMinute: 720 };
    expect(weeklyHoursSchema.safeParse([block, { ...block, weekday: 2 }]).success).toBe(true);
    expect(weeklyHoursSchema.safeParse([block, { ...block, startMinute: 600 }]).success).toBe(false);
    expect(weeklyHoursSchema.safeParse([{ ...block, endMinute: 500 }]).success).toBe(false);
    expect(addArtisanSchema.safeParse({ name: " ", skills: [], hours: [] }).success).toBe(false);
    expect(addArtisanSchema.safeParse({ name: "Eve", skills: [], hours: [], role: "OWNER" }).success).toBe(
      false,
    );
  });

  it("takes only a safe tracking address", () => {
    const urls = [
      "javascript:alert(1)//{number}",
      "http://x.example/{number}",
      "https://x.example/",
      "https://x.example/{number}",
    ];
    const method = {
      id: "a",
      version: 0,
      label: "A",
      carrier: "A",
      countries: ["GB"],
      priceMinor: 1,
      typicalDays: 1,
      slowDays: 1,
      active: true,
    };
    expect(
      urls.map((trackingUrl) => saveShippingMethodSchema.safeParse({ ...method, trackingUrl }).success),
    ).toEqual([false, false, false, true]);
  });
});
