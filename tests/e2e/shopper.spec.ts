import type { Locator } from "@playwright/test";
import {
  bagLines,
  CARD,
  fillAddress,
  goToCheckout,
  goToPayment,
  payWithCard,
  quoted,
  quoteSummary,
  shownPrice,
  specWords,
  textOf,
} from "./pages";
import { expect, test } from "./shop-test";

test("a shopper finds a ring by its facets, and the address and the back button keep what was chosen", async ({
  page,
  browser,
}) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("main").locator('a[href="/shop"]').first().click();
  await page.waitForURL("**/shop");
  const count = page.getByRole("region", { name: "Pieces" }).getByRole("status");
  await expect(count).toHaveText(/^\d+ pieces$/);
  const all = await textOf(count);

  await page
    .getByRole("navigation", { name: "Kinds" })
    .getByRole("link", { name: "Rings", exact: true })
    .click();
  await page.waitForURL(/kind=ring/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rings");
  await page.getByRole("checkbox", { name: /^Platinum/ }).check();
  await page.waitForURL(/metal=platinum/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Rings in platinum/);
  await expect(count).not.toHaveText(all);
  const found = await page.getByRole("article").getByRole("heading").allInnerTexts();
  expect(found).toContain("Posy ring");

  const shared = await browser.newPage();
  await shared.goto(page.url());
  await expect(shared.getByRole("article").getByRole("heading")).toHaveText(found);
  await shared.close();

  await page.getByRole("link", { name: "Posy ring" }).click();
  await page.waitForURL("**/products/posy-ring");
  await page.goBack();
  await expect(page.getByRole("checkbox", { name: /^Platinum/ })).toBeChecked();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rings");
  await page.goBack();
  await expect(count).toHaveText(all);
});

test("a shopper personalizes two rings, pays after a refusal, and the order says exactly what the bag said", async ({
  page,
  expectErrors,
}) => {
  test.setTimeout(120_000);
  expectErrors(/422 .*\/api\/v1\/quotes/, /402 .*\/c\/pay\//);
  await page.goto("/products/posy-ring");
  await page.getByRole("radio", { name: /^18k yellow gold/ }).check();
  const asked = await quoted(page, () => page.getByRole("radio", { name: "Satin" }).check());
  expect(await shownPrice(page)).toBe(asked.price.totalMinor);
  await expect(quoteSummary(page).locator("time")).toHaveAttribute("datetime", asked.promise.arrives.p50);

  await page.locator('select[name="size.system"]').selectOption("uk");
  await quoted(page, () => page.locator('select[name="size.value"]').selectOption("M"));
  const inside = page.getByLabel(/^Engraving, inside/);
  await inside.fill("For ever 💍");
  await expect(inside).toHaveAccessibleDescription(/💍/);
  await page.getByRole("button", { name: "Add to bag" }).click();
  await expect(inside).toBeFocused();
  expect(await page.getByText("It’s in your bag.").count()).toBe(0);

  const plain = await shownPrice(page);
  const engraved = await quoted(page, () => inside.fill("Ada & Bo"));
  expect(engraved.price.totalMinor).toBeGreaterThan(plain);
  await expect.poll(() => shownPrice(page)).toBe(engraved.price.totalMinor);
  await expect(page.getByText(/^It fits: /)).toBeVisible();
  await page.getByRole("button", { name: "Add to bag" }).click();
  await expect(page.getByText("It’s in your bag.")).toBeVisible();

  await quoted(page, () => inside.fill("Bo & Ada"));
  await page.getByRole("button", { name: "Add to bag" }).click();
  await expect(page.getByRole("link", { name: /^Bag.*2 pieces$/ })).toBeVisible();

  await page.goto("/products/trio-birthstone-ring");
  await page.locator('select[name="size.system"]').selectOption("us");
  // It begins with a ruby at the left.
  const ruby = await quoted(page, () => page.locator('select[name="size.value"]').selectOption("7"));
  const garnet = await quoted(page, () => page.getByLabel("Left stone").selectOption("garnet"));
  expect(garnet.price.totalMinor).not.toBe(ruby.price.totalMinor);
  await page.getByRole("button", { name: "Add to bag" }).click();
  await expect(page.getByText("It’s in your bag.")).toBeVisible();
  await page.getByRole("link", { name: "Go to the bag" }).click();
  await page.waitForURL("**/bag");

  const lines = bagLines(page);
  await expect(lines).toHaveCount(3);
  await expect(lines.filter({ hasText: "Ada & Bo" })).toHaveCount(1);
  await expect(lines.filter({ hasText: "Bo & Ada" })).toHaveCount(1);
  await changeTheBag();
  const inTheBag = await Promise.all((await lines.all()).map(specWords));

  await goToCheckout(page);
  await page.waitForURL("**/checkout**");
  await fillAddress(page);
  await page.getByLabel("Country").selectOption({ label: "France" });
  await expect(page.getByRole("radio", { name: /to the EU/ }).first()).toBeVisible();
  const abroad = await textOf(page.getByRole("button", { name: /^Pay £/ }));
  await page.getByLabel("Country").selectOption({ label: "United Kingdom" });
  await expect(page.getByRole("button", { name: /^Pay £/ })).not.toHaveText(abroad);
  await expect(page.locator('[name="line1"]')).toHaveValue("12 Narrow Quay");
  const atCheckout = await Promise.all(
    (await page.locator("section[aria-labelledby=what-title] li").all()).map(specWords),
  );
  expect(atCheckout).toEqual(inTheBag);

  await goToPayment(page);
  await payWithCard(page, CARD.declined);
  await expect(page.getByRole("alert")).toContainText(/declined/i);
  await payWithCard(page, CARD.asks3ds);
  await page.getByRole("button", { name: "Fail authentication" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await payWithCard(page, CARD.asks3ds);
  await page.getByRole("button", { name: "Complete authentication" }).click();
  await page.waitForURL("**/orders/*");

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("It is in our queue");
  const ordered = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "What you ordered" }) });
  expect(await Promise.all((await ordered.locator("li").all()).map(specWords))).toEqual(inTheBag);
  await page.goto("/bag");
  await expect(page.getByText("Nothing in it yet")).toBeVisible();

  /** Edits, doubles, splits, duplicates, and takes one out and puts it back. Ends with four lines. */
  async function changeTheBag(): Promise<void> {
    const first = lines.filter({ hasText: "Ada & Bo" });
    await first.getByRole("link", { name: "Edit" }).click();
    await page.waitForURL("**/bag/lines/*");
    await page.getByRole("radio", { name: "Hammered" }).check();
    await page.getByRole("button", { name: "Save the changes" }).click();
    await page.waitForURL("**/bag");
    await expect(first).toContainText("Hammered");

    await first.getByRole("button", { name: "One Posy ring more" }).click();
    await expect(first.getByText("Quantity: 2")).toBeVisible();
    await first.getByRole("link", { name: "Personalize one by itself" }).click();
    await onScreen(page.getByLabel(/^Engraving, inside/)).fill("Cy & Di");
    await page.getByRole("button", { name: "Save this one" }).click();
    await page.waitForURL("**/bag");
    await expect(lines).toHaveCount(4);
    await expect(first.getByText("Quantity: 1")).toBeVisible();

    const trio = lines.filter({ hasText: "Trio birthstone ring" });
    await trio.getByRole("link", { name: "Add another, changed" }).click();
    await onScreen(page.getByLabel("Left stone")).selectOption("ruby");
    await page.getByRole("button", { name: "Add to bag" }).click();
    await page.waitForURL("**/bag");
    await expect(trio).toHaveCount(2);
    const copy = trio.filter({ hasText: "Ruby" });
    await copy.getByRole("button", { name: "Remove Trio birthstone ring" }).click();
    await expect(trio).toHaveCount(1);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(trio).toHaveCount(2);
    await copy.getByRole("button", { name: "Remove Trio birthstone ring" }).click();
    await expect(trio).toHaveCount(1);
  }
});

/** The router keeps pages left behind in the document, hidden. */
function onScreen(place: Locator): Locator {
  return place.filter({ visible: true });
}
