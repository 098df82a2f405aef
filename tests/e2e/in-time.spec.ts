import { quoted } from "./pages";
import { expect, test } from "./shop-test";

/** A day so many days from today, as an address has it. */
const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);

test("who needs it by a day finds what arrives, and sees what each choice does to the day before choosing", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto("/shop?kind=ring");
  const form = page
    .locator("form")
    .filter({ has: page.getByRole("button", { name: "Show what arrives in time" }) });
  await form.filter({ visible: true }).getByLabel("I need it by").fill(inDays(200));
  await form.filter({ visible: true }).getByRole("button").click();
  await expect(page).toHaveURL(new RegExp(`kind=ring&needBy=${inDays(200)}&country=GB`));
  const pieces = page.getByRole("region", { name: "Pieces" }).filter({ visible: true });
  await expect(pieces.getByText("Very likely in time").first()).toBeVisible();
  await expect(pieces.getByText("come first, counted for United Kingdom")).toBeVisible();

  await page.goto(`/shop?needBy=${inDays(1)}`);
  await expect(pieces.getByText("Too late").first()).toBeVisible();
  await expect(pieces.getByText("Very likely in time")).toHaveCount(0);

  await page.goto("/shop?needBy=2020-01-01");
  await expect(
    page.getByText("That day has passed. Choose a later one.").filter({ visible: true }),
  ).toBeVisible();
  await page
    .getByRole("link", { name: /Without the day/ })
    .filter({ visible: true })
    .click();
  await expect(page).toHaveURL(/\/shop$/);

  await page.goto("/products/posy-ring");
  // Gold goes to the assay office: its price and its days stand beside it before it is chosen.
  await expect(
    page
      .getByText(/^\+ £[\d,]+ · \d+ days? longer$/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
  const { choiceDays } = (await quoted(page, () =>
    page.locator('select[name="size.value"]').selectOption("M"),
  )) as unknown as { choiceDays: Record<string, Record<string, string>> };
  expect(Object.keys(choiceDays)).toContain("metal");

  await page.goto("/order-by");
  await expect(page.getByRole("heading", { level: 2, name: "United Kingdom" })).toBeVisible();
  await page.getByRole("listitem").filter({ hasText: "Germany" }).getByRole("link").last().click();
  await expect(page).toHaveURL(/needBy=\d{4}-\d\d-\d\d&country=DE/);
  await expect(pieces.getByText("counted for Germany")).toBeVisible();
});

test("the shop answers a day without any script", async ({ browser, baseURL }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${baseURL}/shop`);
  await page.getByLabel("I need it by").fill(inDays(200));
  await page.getByLabel("Sent to").selectOption({ label: "Anywhere else" });
  await page.getByRole("button", { name: "Show what arrives in time" }).click();
  await expect(page).toHaveURL(/country=other/);
  await expect(page.getByText("Very likely in time").first()).toBeVisible();
  await page.context().close();
});
