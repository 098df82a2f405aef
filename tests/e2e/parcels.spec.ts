import type { Page } from "@playwright/test";
import { FormBuyer } from "../support/form-buyer";
import { CARD, fillAddress, goToPayment, payWithCard, textOf, toMinor } from "./pages";
import { expect, test } from "./shop-test";

const buyer = { name: "Ada Finch", email: "ada@example.com" };

/** A ring that waits for its proof and the assay office, and one that is made at once. */
async function fillBag(page: Page, origin: string): Promise<void> {
  const shopper = new FormBuyer(origin, buyer);
  const size = { "size.system": "uk", "size.value": "M" };
  await shopper.fillBag("posy-ring", {
    ...{ metal: "18k-yellow-gold", ...size, proof: "on", "engraving.inside.text": "Ada & Bo" },
  });
  await shopper.fillBag("birthstone-stacker", { metal: "sterling-silver", ...size });
  await page.context().addCookies(await shopper.browser.cookies());
  await page.goto("/bag");
}

const together = /^Everything together, in one parcel/;
const apart = /^Each as it is ready, in 2 parcels/;

test("a shopper has each piece sent as it is ready, knowing the days and the price of both ways", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  await fillBag(page, baseURL ?? "");
  await expect(page.getByRole("radio", { name: together })).toBeChecked();
  const more = toMinor(await textOf(page.getByText(/more for delivery$/)));
  await page.getByRole("radio", { name: apart }).check();
  await page.getByRole("button", { name: "Go to checkout" }).click();
  await page.waitForURL("**/checkout?**");

  await expect(page.getByRole("radio", { name: apart })).toBeChecked();
  const pay = page.getByRole("button", { name: /^Pay £/ });
  const inTwo = toMinor(await textOf(pay));
  await page.getByRole("radio", { name: together }).check();
  await expect.poll(async () => toMinor(await textOf(pay))).toBe(inTwo - more);
  await page.getByRole("radio", { name: apart }).check();
  await expect.poll(async () => toMinor(await textOf(pay))).toBe(inTwo);
  await expect(page.getByText("Delivery, 2 parcels")).toBeVisible();
  const summary = page.getByRole("main").getByText("A parcel of its own.");
  await expect(summary).toHaveCount(2);

  await fillAddress(page);
  await goToPayment(page);
  await payWithCard(page, CARD.pays);
  await page.waitForURL("**/orders/*");
  await expect(page.getByRole("heading", { name: /^Parcel 1 of 2: Birthstone stacker/ })).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Parcel 2 of 2: Posy ring/ })).toBeVisible();
  await expect(page.getByText(/^Promised: it leaves us by/).filter({ visible: true })).toHaveCount(2);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the choice goes along, and another one than was shown is told before anything is ordered", async ({
    page,
    baseURL,
  }) => {
    await fillBag(page, baseURL ?? "");
    await page.getByRole("radio", { name: apart }).check();
    await page.getByRole("button", { name: "Go to checkout" }).click();
    await expect(page.getByRole("radio", { name: apart })).toBeChecked();
    await fillAddress(page);
    await page.getByRole("radio", { name: together }).check();
    await page.getByRole("button", { name: /^Pay £/ }).click();
    await expect(page.getByRole("alert").first()).toContainText("Nothing has been ordered yet");
    await expect(
      page.getByText("It all travels in one parcel now: what we showed before was 2."),
    ).toBeVisible();
    await expect(page.getByRole("radio", { name: together })).toBeChecked();
    await page.getByLabel("I have seen this, and go on").check();
    await goToPayment(page);
  });
});
