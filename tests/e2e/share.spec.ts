import { quoted } from "./pages";
import { expect, test } from "./shop-test";

test("a design is shared by a link that opens it as it was chosen, and shows it wherever it is posted", async ({
  page,
  browser,
  request,
}) => {
  test.setTimeout(90_000);
  await page.goto("/products/posy-ring");
  await page.getByRole("button", { name: "Share this design" }).click();
  // What is missing is said as it is before "Add to bag".
  await expect(page.getByRole("alert").filter({ visible: true }).first()).toBeVisible();
  await page.locator('select[name="size.value"]').selectOption("M");
  await quoted(page, () => page.locator('[name="engraving.inside.text"]').fill("Ada & Bo"));
  await page.getByRole("button", { name: "Share this design" }).click();
  const link = page.getByLabel("Its link");
  await expect(link).toHaveValue(/\/designs\/[0-9a-f]{64}$/);
  const address = await link.inputValue();

  const friend = await (await browser.newContext()).newPage();
  await friend.goto(address);
  await expect(friend.getByText("A design that somebody shared with you")).toBeVisible();
  await expect(friend.locator('[name="engraving.inside.text"]')).toHaveValue("Ada & Bo");
  await expect(friend.locator('[name="size.value"]')).toHaveValue("M");
  await expect(friend.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  const card = await friend.locator('meta[property="og:image"]').first().getAttribute("content");
  const picture = await request.get(card ?? "");
  expect(picture.headers()["content-type"]).toBe("image/jpeg");
  await friend.getByRole("button", { name: "Add to bag" }).click();
  await expect(friend.getByText("It’s in your bag.")).toBeVisible();
  await friend.context().close();
});
