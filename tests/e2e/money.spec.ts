import AxeBuilder from "@axe-core/playwright";
import { CARD, fillAddress, goToPayment, payWithCard, quoted, toMinor } from "./pages";
import { expect, OWNER, signIn, test } from "./shop-test";

test("a gift card bought, printed and spent in part, with a discount code, over one checkout", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto("/gift-cards");
  await expectAccessible(page);
  await page.getByRole("radio", { name: "£50.00" }).check();
  await page.getByLabel("Their name").fill("Bea");
  await page.getByRole("radio", { name: /^To print at home/ }).check();
  await page.getByLabel("Your name").fill("Ada Finch");
  await page.locator('[name="email"]').fill("ada@example.com");
  await page.getByRole("button", { name: "Go to payment" }).click();
  await expect(page.getByRole("heading", { name: "Pay by card" })).toBeVisible();
  await payWithCard(page, CARD.pays);
  await page.waitForURL("**/orders/*");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A gift card of £50.00 for Bea");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Open the card" }).click();
  await page.waitForURL("**/gift-card");
  const code = (await page.locator(".font-mono").filter({ visible: true }).textContent()) ?? "";
  expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);

  await page.goto("/products/birthstone-stacker");
  await quoted(page, () => page.getByRole("radio", { name: /^9k yellow gold/ }).check());
  await page.locator('select[name="size.system"]').selectOption("uk");
  await page.locator('select[name="size.value"]').selectOption("L");
  await page.getByRole("button", { name: "Add to bag" }).click();
  await page.getByRole("link", { name: "Go to the bag" }).click();
  await page.waitForURL("**/bag");
  await expect(page.getByText(/we keep these prices until/).filter({ visible: true })).toBeVisible();
  await page.getByRole("link", { name: "Go to checkout" }).click();
  await page.waitForURL("**/checkout**");
  await fillAddress(page, {
    ...{ email: `bea-${Date.now()}@example.com`, name: "Bea Finch", line1: "12 Narrow Quay" },
    ...{ city: "Bristol", postalCode: "BS1 4QA" },
  });
  const total = page
    .locator("dl > div")
    .filter({ hasText: /^Total/, visible: true })
    .locator("dd");
  const before = toMinor((await total.textContent()) ?? "");

  await page.locator('[name="discountCode"]').fill("nosuchcode");
  await page.getByRole("button", { name: "Use the codes" }).click();
  await expect(page.getByText(/We don’t know this code/).first()).toBeVisible();
  await page.locator('[name="discountCode"]').fill("welcome10");
  await page.locator('[name="giftCards"]').fill(code.toLowerCase());
  await page.getByRole("button", { name: "Use the codes" }).click();
  await expect(page.getByText("Code WELCOME10, 10% off")).toBeVisible();
  await expect(page.getByText(`Gift card ending ${code.slice(-4)}`)).toBeVisible();
  expect(toMinor((await total.textContent()) ?? "")).toBeLessThan(before);
  await expectAccessible(page);
  expect(page.url()).not.toContain(code);

  const due = toMinor((await page.getByRole("button", { name: /^Pay £/ }).textContent()) ?? "");
  await goToPayment(page);
  await expect(page.getByRole("button", { name: /^Pay £/ })).toContainText((due / 100).toFixed(2));
  await payWithCard(page, CARD.pays);
  await page.waitForURL("**/orders/*");
  await expect(page.getByText("By gift card", { exact: true })).toBeVisible();
  await expect(page.getByText("Code WELCOME10, 10% off")).toBeVisible();

  await page.goto("/gift-cards/balance");
  await page.getByLabel("The code on the card").fill(code);
  await page.getByRole("button", { name: "Show what is on it" }).click();
  await expect(page.getByText(`£0.00 on the card ending ${code.slice(-4)}`)).toBeVisible();
  await expectAccessible(page);
});

test("the owner looks at what a price would do before it is set, and changes how a piece is made", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, OWNER, "/studio/settings/codes");
  await expect(page.getByRole("heading", { name: "WELCOME10" })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/studio/settings/gift-cards");
  await expect(page.getByText("£65.00 of £100.00")).toBeVisible();
  await expectAccessible(page);

  await page.goto("/studio/settings/metals");
  await expectAccessible(page);
  const silver = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Sterling silver" }) });
  const price = await silver.getByLabel("A gram").inputValue();
  await silver.getByLabel("A gram").fill("9.00");
  await silver.getByRole("button", { name: "See what it does" }).click();
  await expect(silver.getByText("The simplest piece in this metal, with tax:")).toBeVisible();
  await page.reload();
  await expect(silver.getByLabel("A gram")).toHaveValue(price);

  await page.goto("/studio/products/hammered-band");
  const typical = page.locator('[name="stage.forming.typical"]');
  const was = await typical.inputValue();
  await typical.fill("0");
  await page.getByRole("button", { name: "See what it does to the price" }).click();
  await expect(page.getByText(/a stage takes a minute at least/).first()).toBeVisible();
  await typical.fill(String(Number(was) + 30));
  await page.locator('[name="stage.forming.badDay"]').fill("600");
  await page.getByRole("button", { name: "See what it does to the price" }).click();
  await expect(page.getByText(/^The simplest piece: from £/)).toBeVisible();
  await page.getByRole("button", { name: "Save price and plan" }).click();
  await expect(page.getByText("Saved. The shop shows it within a moment.").first()).toBeVisible();
  await page.reload();
  await expect(typical).toHaveValue(String(Number(was) + 30));
  await expectAccessible(page);
});

async function expectAccessible(page: Parameters<typeof signIn>[0]): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
