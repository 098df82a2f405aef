import { bagLines, CARD, fillAddress, goToPayment, payWithCard, quoted, quoteSummary, textOf } from "./pages";
import { expect, test } from "./shop-test";

test("a gift buyer knows the day before paying, and follows the present with its link alone", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(90_000);
  // By role: Next keeps the page that was left, hidden, and its fields have the same labels.
  const cardWords = page.getByRole("textbox", { name: /^Words for the card/ });
  await page.goto("/products/birthstone-stacker");
  const asked = await quoted(page, () => page.getByRole("radio", { name: /^9k yellow gold/ }).check());
  await expect(quoteSummary(page)).toContainText("Usually arrives");
  await expect(quoteSummary(page).locator("time")).toHaveAttribute("datetime", asked.promise.arrives.p50);
  await page.locator('select[name="size.system"]').selectOption("uk");
  await page.locator('select[name="size.value"]').selectOption("L");
  const giftBox = page.getByRole("checkbox", { name: /^It’s a gift/ });
  await expect(cardWords).toBeHidden();
  await giftBox.check();
  await cardWords.fill("For Bo,\nwho said yes");
  await page.getByRole("button", { name: "Add to bag" }).click();
  await page.getByRole("link", { name: "Go to the bag" }).click();
  await page.waitForURL("**/bag");

  // Once more with other words on the card: another line, never merged.
  await bagLines(page).first().getByRole("link", { name: "Add another, changed" }).click();
  await page.waitForURL("**/bag/lines/*");
  await giftBox.check();
  await cardWords.fill("For Cy");
  await page.getByRole("button", { name: "Add to bag" }).click();
  await page.waitForURL("**/bag");
  await expect(bagLines(page)).toHaveCount(2);
  await bagLines(page)
    .filter({ hasText: "For Cy" })
    .getByRole("button", { name: /^Remove/ })
    .click();
  await expect(bagLines(page)).toHaveCount(1);

  await page.getByRole("link", { name: "Go to checkout" }).click();
  await page.waitForURL("**/checkout**");
  await expect(page.locator("q").filter({ visible: true })).toHaveText("For Bo,\nwho said yes");
  await fillAddress(page);
  const promised = await goToPayment(page);
  expect(await textOf(page.locator("body"))).not.toContain("For Bo");
  await payWithCard(page, CARD.pays);
  await page.waitForURL("**/orders/*");

  const follower = await (await browser.newContext()).newPage();
  const answer = await follower.goto(page.url());
  expect(answer?.headers()["referrer-policy"]).toBe("same-origin");
  await expect(follower.getByRole("heading", { level: 1 })).toHaveText("It is in our queue");
  await expect(
    follower
      .locator("header")
      .getByText(/^Promised:/)
      .locator("time")
      .last(),
  ).toHaveAttribute("datetime", promised);
  await expect(follower.locator("q")).toHaveText("For Bo,\nwho said yes");
  expect(await textOf(follower.getByText(/^Order TM-/))).toMatch(/^Order TM-\d+/);
  const token = page.url().split("/").at(-1) ?? "";
  const told = await follower.request.get(`${baseURL}/api/v1/orders/${token}`);
  expect((await told.json()).lines[0]).toMatchObject({ gift: true, giftMessage: "For Bo,\nwho said yes" });
  await follower.context().close();
});
