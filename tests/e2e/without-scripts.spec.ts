import { bagLines, CARD, fillAddress, goToPayment, payWithCard, specWords } from "./pages";
import { expect, test } from "./shop-test";

test.use({ javaScriptEnabled: false });

test("with JavaScript switched off a shopper browses, personalizes, is told what is wrong, and pays", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto("/");
  await page.getByRole("main").locator('a[href="/shop"]').first().click();
  await page
    .getByRole("navigation", { name: "Kinds" })
    .getByRole("link", { name: "Rings", exact: true })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rings");
  await page.getByRole("checkbox", { name: /^Platinum/ }).check();
  await page.getByRole("button", { name: /^Show the piece/ }).click();
  await expect(page).toHaveURL(/metal=platinum-950/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rings in platinum 950");
  await page.getByRole("link", { name: "Posy ring" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Posy ring");

  await page.getByRole("radio", { name: /^Platinum/ }).check();
  await page.locator('[name="size.system"]').selectOption("uk");
  await page.locator('[name="size.value"]').fill("ZZ");
  await page.getByLabel(/^Engraving, inside/).fill("For ever 💍");
  await page.getByRole("checkbox", { name: /^It’s a gift/ }).check();
  await page.getByLabel(/^Words for the card/).fill("For Bo");
  await page.getByRole("button", { name: "Add to bag" }).click();

  await expect(page.getByRole("alert").first()).toContainText("another look");
  await expect(page.locator('[name="size.value"]')).toHaveAccessibleDescription(/./);
  await expect(page.getByLabel(/^Engraving, inside/)).toHaveAccessibleDescription(/💍/);
  await expect(page.getByRole("radio", { name: /^Platinum/ })).toBeChecked();
  await expect(page.getByLabel(/^Engraving, inside/)).toHaveValue("For ever 💍");
  await page.locator('[name="size.value"]').fill("M");
  await page.getByLabel(/^Engraving, inside/).fill("For ever");
  await page.getByRole("button", { name: "Add to bag" }).click();

  if (new URL(page.url()).pathname !== "/bag")
    await page.getByRole("link", { name: "Go to the bag" }).click();
  const line = bagLines(page);
  await expect(line).toHaveCount(1);
  await line.getByRole("button", { name: "One Posy ring more" }).click();
  await expect(line.getByText("Quantity: 2")).toBeVisible();
  const words = await specWords(line);
  expect(words.join("\n")).toContain("For ever");

  await page.getByRole("link", { name: "Go to checkout" }).click();
  const pay = page.getByRole("button", { name: /^Pay £/ });
  await pay.click();
  await expect(page.getByRole("alert").first()).toContainText("Nothing has been ordered yet");
  await expect(page.locator("#email-error")).not.toBeEmpty();
  await fillAddress(page);
  await page.getByLabel("Country").selectOption({ label: "France" });
  const home = await pay.textContent();
  await page.getByRole("button", { name: "Update delivery options" }).click();
  await expect(pay).not.toHaveText(home ?? "");
  await page.getByLabel("Country").selectOption({ label: "United Kingdom" });
  await page.getByRole("button", { name: "Update delivery options" }).click();
  await expect(pay).toHaveText(home ?? "");
  await expect(page.locator('[name="name"]')).toHaveValue("Ada Finch");

  await goToPayment(page);
  await payWithCard(page, CARD.declined);
  await expect(page.getByRole("alert")).toContainText(/declined/i);
  await payWithCard(page, CARD.pays);
  await expect(page).toHaveURL(/\/orders\//);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("It is in our queue");
  const ordered = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "What you ordered" }) });
  expect(await specWords(ordered.locator("li").first())).toEqual(words);
  await expect(ordered).toContainText("For Bo");
});
