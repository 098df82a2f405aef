import { beforeAll, describe, expect, it } from "vitest";
import { daysLater } from "@/lib/domain/days-later";
import { getUsualDays } from "@/lib/features/catalog/offer";
import { quotePiece } from "@/lib/features/quotes/data";
import { forgetQuoteFacts } from "@/lib/features/quotes/facts";
import { emptyDatabase, testDb } from "../../support/database";
import { insertQuotableShop, shopNow } from "../../support/quotable-shop";

const db = testDb();
const band = { metal: "sterling-silver", finish: "polished", size: { system: "uk", value: "M" } };

async function ask(personalization: object, more: object = {}) {
  const answer = await quotePiece({ product: "posy-ring", personalization, advice: true, ...more }, shopNow);
  if (!answer.ok) throw new Error(JSON.stringify(answer.errors));
  return answer.value;
}

beforeAll(async () => {
  await emptyDatabase();
  forgetQuoteFacts();
  await insertQuotableShop();
  await db.product.update({ where: { slug: "posy-ring" }, data: { proof: "ON_REQUEST" } });
});

describe("what each choice does to the day", () => {
  it("comes with the price differences, and is true once it is chosen", async () => {
    const { choiceDays, alternatives, promise } = await ask(await plain());
    expect(Object.keys(alternatives ?? {})).toContain("metal");
    const longer = daysLater(choiceDays?.proof, "on", "") ?? 0;
    expect(longer).toBeGreaterThan(0);
    const chosen = await ask(await plain(), { proof: true });
    const moved = Date.parse(chosen.promise?.arrives.p90 ?? "") - Date.parse(promise?.arrives.p90 ?? "");
    expect(Math.abs(moved / 86_400_000 - longer)).toBeLessThanOrEqual(1);
  });

  it("speaks of all the pieces that are asked for", async () => {
    const [one, twelve] = [await ask(await plain()), await ask(await plain(), { quantity: 12 })];
    const day = ({ choiceDays }: typeof one) => choiceDays?.proof?.on ?? "";
    expect(day(twelve) > day(one)).toBe(true);
    expect(day(twelve) >= (twelve.promise?.arrives.p90 ?? "")).toBe(true);
  });

  it("stands on the page before anything is chosen", async () => {
    const usual = await getUsualDays("posy-ring", shopNow);
    expect(usual.arrival).not.toBeNull();
    expect(usual.noDateBecause).toBeNull();
    expect(daysLater(usual.days.proof, "on", "")).toBeGreaterThan(0);
  });

  it("is the same at every asking: comparing is no lottery", async () => {
    expect((await ask(await plain())).choiceDays).toEqual((await ask(await plain())).choiceDays);
  });

  it("isn't sent to whoever asks for no advice", async () => {
    expect((await ask(await plain(), { advice: false })).choiceDays).toBeUndefined();
  });

  it("gives way to the reason where there is no day: nobody's absence is told", async () => {
    await db.artisan.updateMany({ data: { active: false } });
    forgetQuoteFacts();
    const { promise, noDateBecause, choiceDays } = await ask(await plain());
    expect(promise).toBeNull();
    expect(noDateBecause).toMatch(/^Nobody at our bench can take on the .+ at the moment\.$/);
    expect(Object.values(choiceDays ?? {}).flatMap((days) => Object.values(days))).not.toContain(
      expect.any(String),
    );
    expect(await getUsualDays("posy-ring", shopNow)).toMatchObject({ arrival: null, noDateBecause });
  });
});

/** As the page shows it before anything is chosen. */
async function plain() {
  const { options } = await db.product.findUniqueOrThrow({
    where: { slug: "posy-ring" },
    select: { options: true },
  });
  const zone = (options as { engravingZones: { id: string; fonts: string[]; required: boolean }[] })
    .engravingZones[0];
  return {
    ...band,
    ...(zone?.required ? { engraving: [{ zone: zone.id, text: "A", font: zone.fonts[0] }] } : {}),
  };
}
