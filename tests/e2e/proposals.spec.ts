import type { Page } from "@playwright/test";
import { buy, engravedTrio } from "./buying";
import { CARD, payWithCard, textOf } from "./pages";
import { expect, OWNER, signIn, test } from "./shop-test";

const buyer = (name: string) => ({ name, email: `${name.toLowerCase()}-${process.pid}@example.com` });

test("a proof goes to the buyer, comes back with a comment, and the next one is approved before anything is made", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const address = await buy(
    baseURL ?? "",
    "trio-birthstone-ring",
    { ...engravedTrio, proof: "on" },
    buyer("Wren"),
  );
  const buyersPage = await (await browser.newContext()).newPage();
  await buyersPage.goto(address.href);
  const job = await firstPiece(buyersPage);

  await signIn(page, OWNER, `/studio/jobs/${job}`);
  const work = page.locator("section").filter({ has: page.getByRole("heading", { name: "The work" }) });
  await expect(work).toContainText("It begins when you send the proof");
  await page.getByLabel("A word to the customer").fill("The letters sit just below the stones.");
  await page.getByRole("button", { name: "Send the proof" }).click();
  await expect(page.getByText("The proof is with the customer")).toBeVisible();
  await expect(work).toContainText("It ends when the customer approves");
  await expect(page.getByRole("button", { name: /Sent out/ })).toHaveCount(0);

  await buyersPage.reload();
  await buyersPage.getByRole("link", { name: "Look at the proof" }).click();
  await expect(buyersPage.getByRole("heading", { level: 1 }).filter({ visible: true })).toHaveText(
    "May we make it so?",
  );
  await expect(buyersPage.getByRole("main").filter({ visible: true })).toContainText(
    "The letters sit just below the stones.",
  );
  await expect(buyersPage.getByRole("main").filter({ visible: true })).toContainText("“Wren & Jo”");
  await buyersPage.getByText("Something should be different").filter({ visible: true }).click();
  await buyersPage
    .locator('textarea[name="comment"]')
    .filter({ visible: true })
    .fill("A plus instead of the ampersand, please.");
  await buyersPage.getByRole("button", { name: "Send it to the workshop" }).click();
  await expect(buyersPage.getByRole("main").filter({ visible: true })).toContainText(
    "We have what you wrote",
  );

  await page.goto(`/studio/jobs/${job}`);
  await expect(page.getByRole("main")).toContainText("A plus instead of the ampersand, please.");
  await page.getByRole("link", { name: "Change this piece" }).click();
  await page.waitForURL(`**/studio/jobs/${job}/change`);
  const letters = page.locator('[name="engraving.inside.text"]');
  await expect(letters).toHaveValue("Wren & Jo");
  await letters.fill("Wren + Jo");
  await page.getByRole("button", { name: "Send it as a new proof" }).click();
  await page.waitForURL(`**/studio/jobs/${job}`);
  await expect(page.getByText("The proof is with the customer")).toBeVisible();

  await buyersPage.goto(address.href);
  await buyersPage.getByRole("link", { name: "Look at the proof" }).click();
  await expect(buyersPage.getByRole("heading", { level: 1 }).filter({ visible: true })).toHaveText(
    "A new proof, with what is different",
  );
  await expect(buyersPage.locator("del")).toContainText("Wren & Jo");
  await expect(buyersPage.locator("ins")).toContainText("Wren + Jo");
  await buyersPage.getByRole("button", { name: "Approve: make it so" }).click();
  await expect(buyersPage.getByRole("heading", { level: 1 }).filter({ visible: true })).toHaveText(
    "You have approved it",
  );

  await page.goto(`/studio/jobs/${job}`);
  await expect(page.getByRole("button", { name: "Sent out: Casting" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("“Wren + Jo”");
  await buyersPage.goto(address.href);
  await expect(buyersPage.getByRole("main").filter({ visible: true })).toContainText(
    "Changed once since you ordered it",
  );
  await expect(buyersPage.getByRole("main").filter({ visible: true })).toContainText("you approved it");
});

test("a buyer without scripts asks for a change, pays what it costs more, and sees the piece as it is now", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const address = await buy(baseURL ?? "", "trio-birthstone-ring", engravedTrio, buyer("Ida"));
  const buyersPage = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await buyersPage.goto(address.href);
  const job = await firstPiece(buyersPage);
  await buyersPage.getByText("Ask for a change").click();
  await buyersPage.getByLabel("What should be different?").fill("Could it be gold after all?");
  await buyersPage.getByRole("button", { name: "Send the wish" }).click();
  await expect(buyersPage.getByRole("main").filter({ visible: true })).toContainText(
    "your wish is with the workshop",
  );

  await signIn(page, OWNER, "/studio");
  await expect(page.getByRole("main")).toContainText("a change is asked for");
  await page.goto(`/studio/jobs/${job}/change`);
  await expect(page.getByRole("main")).toContainText("Could it be gold after all?");
  await page.locator('input[name="metal"][value="14k-rose-gold"]').check({ force: true });
  await page.getByRole("button", { name: "Send it to the customer" }).click();
  await page.waitForURL(`**/studio/jobs/${job}`);
  await expect(page.getByText("A change waits for the customer")).toBeVisible();

  await buyersPage.goto(address.href);
  await buyersPage.getByRole("link", { name: "Look at the change" }).click();
  await expect(buyersPage.getByRole("heading", { level: 1 }).filter({ visible: true })).toHaveText(
    "Shall we make it so instead?",
  );
  const pay = buyersPage.getByRole("button", { name: /^Confirm and pay £/ });
  const difference = /£[\d,.]+/.exec(await textOf(pay))?.[0] ?? "";
  await pay.click();
  await expect(buyersPage.getByRole("heading", { name: "Pay by card" })).toBeVisible();
  await expect(buyersPage.locator("body")).toContainText(difference);
  await payWithCard(buyersPage, CARD.pays);
  await buyersPage.waitForURL("**/proposals/**");
  await expect(buyersPage.getByRole("heading", { level: 1 }).filter({ visible: true })).toHaveText(
    "Changed, as you agreed",
  );
  await buyersPage.goto(address.href);
  await expect(buyersPage.getByRole("main").filter({ visible: true })).toContainText("14k rose gold");
  await expect(buyersPage.getByRole("main").filter({ visible: true })).toContainText("you agreed to it");
  await page.reload();
  await expect(page.getByRole("main")).toContainText("14k rose gold");
});

async function firstPiece(page: Page): Promise<string> {
  const number = /TM-\d+/.exec(await textOf(page.getByText(/^Order TM-/)))?.[0] ?? "";
  return `${number}-1`;
}
