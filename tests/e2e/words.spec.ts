import type { Page } from "@playwright/test";
import { quoted } from "./pages";
import { expect, test } from "./shop-test";

type Shift = { upOrDown: boolean };

test("nothing moves while an engraving is typed, once its room has opened", async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(window, { shifts });
    type Entry = PerformanceEntry & { sources: { previousRect: DOMRect; currentRect: DOMRect }[] };
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries() as Entry[])
        shifts.push({
          upOrDown: sources.some(({ previousRect, currentRect }) => previousRect.y !== currentRect.y),
        });
    }).observe({ type: "layout-shift", buffered: true });
  });
  const moved = async () =>
    (await page.evaluate(() => Reflect.get(window, "shifts") as Shift[])).filter(({ upOrDown }) => upOrDown);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("/products/posy-ring", { waitUntil: "networkidle" });
    const inside = page.getByLabel(/^Engraving, inside/);
    await quoted(page, () => inside.pressSequentially("A", { delay: 30 }));
    const before = { moved: (await moved()).length, box: await inside.boundingBox() };
    await quoted(page, () => inside.pressSequentially("da & Bo", { delay: 30 }));
    expect([width, (await moved()).length]).toEqual([width, before.moved]);
    expect(await inside.boundingBox()).toEqual(before.box);
  }
});

test("a rule that bites says why, keeps what was typed, and puts nothing into the bag without it", async ({
  page,
  expectErrors,
}) => {
  expectErrors(/422 .*\/api\/v1\/quotes/);
  await page.goto("/products/hammered-band", { waitUntil: "networkidle" });
  const why = /black of an oxidised ring settles in fresh letters/;
  await choose(page, "metal", "sterling-silver");
  await page.locator('select[name="size.system"]').selectOption("uk");
  await quoted(page, () => page.locator('select[name="size.value"]').selectOption("M"));
  const inside = page.getByLabel(/^Engraving, inside/);
  await quoted(page, () => inside.fill("Ada  Bo"));
  await choose(page, "finish", "oxidised");
  await expect(inside).toHaveAccessibleDescription(why);
  await expect(inside).toHaveValue("Ada  Bo");

  await page.getByRole("button", { name: "Add to bag" }).click();
  await expect(inside).toBeFocused();
  expect(await page.getByText("It’s in your bag.").count()).toBe(0);

  await page.getByRole("button", { name: "Leave the letters out" }).click();
  await expect(inside).toHaveValue("");
  await expect(inside).not.toBeEditable();
  await expect(inside).toBeFocused();

  // Gold can't be oxidised: it brings its own finish, and says so.
  await choose(page, "metal", "18k-yellow-gold");
  await expect(page.getByRole("status").filter({ hasText: /^Now .*: not in oxidised$/ })).toBeVisible();
  await expect(page.locator('input[name="finish"][value="oxidised"]')).not.toBeChecked();
  await quoted(page, () => inside.fill("Ada  Bo"));
  await page.getByRole("button", { name: "Add to bag" }).click();
  await expect(page.getByText("It’s in your bag.")).toBeVisible();
  await page.goto("/bag");
  // Two spaces are two spaces, also on the screen.
  expect(
    await page
      .getByText(/Ada\s+Bo/)
      .filter({ visible: true })
      .first()
      .innerText(),
  ).toContain("Ada  Bo");
});

async function choose(page: Page, field: string, value: string): Promise<void> {
  await page.locator(`input[name="${field}"][value="${value}"]`).check({ force: true });
}
