import { expect, type Locator, type Page, type Request, type Response } from "@playwright/test";

/** What a page says of a piece: every label with its value, in their order. */
export async function specWords(place: Locator): Promise<string[]> {
  const rows = place.locator("dl > div");
  await expect(rows.first()).toBeVisible();
  return rows.evaluateAll((divs) =>
    divs.map((div) => [...div.querySelectorAll("dt, dd")].map((node) => node.textContent).join(": ")),
  );
}

export function bagLines(page: Page): Locator {
  return page
    .getByRole("main")
    .locator("li")
    .filter({ has: page.getByRole("heading", { level: 2 }) });
}

/** The price under the form, as an integer in pence. */
export async function shownPrice(page: Page): Promise<number> {
  return toMinor(await textOf(quoteSummary(page).locator("p").first()));
}

export function quoteSummary(page: Page): Locator {
  return page.getByRole("main").locator("form [aria-live=polite][aria-busy]");
}

/** Waits until the price and day on the page are those of what is chosen now. */
export async function quoted(page: Page, choose: () => Promise<unknown>): Promise<QuoteAnswer> {
  const summary = quoteSummary(page);
  await expect(summary).toHaveAttribute("aria-busy", "false");
  const isQuestion = (request: Request) =>
    request.url().endsWith("/api/v1/quotes") && request.method() === "POST";
  // While somebody types there are several, and all but the last are given up.
  const answers: Response[] = [];
  const keep = (response: Response) => void (isQuestion(response.request()) && answers.push(response));
  page.on("response", keep);
  const asked = page.waitForRequest(isQuestion);
  await choose();
  await asked;
  await expect(summary).toHaveAttribute("aria-busy", "false");
  page.off("response", keep);
  const last = answers.at(-1);
  if (!last) throw new Error("The quote was never answered");
  return last.json();
}

export type QuoteAnswer = {
  price: { totalMinor: number };
  promise: { shipBy: string; arrives: { p50: string; p90: string } };
};

export async function textOf(place: Locator): Promise<string> {
  return (await place.textContent()) ?? "";
}

export function toMinor(words: string): number {
  const amount = /£([\d,]+)(?:\.(\d\d))?/.exec(words);
  if (!amount) throw new Error(`No amount in “${words}”`);
  return Number(amount[1]?.replaceAll(",", "")) * 100 + Number(amount[2] ?? 0);
}

export const ada = {
  email: "ada@example.com",
  name: "Ada Finch",
  line1: "12 Narrow Quay",
  city: "Bristol",
  postalCode: "BS1 4QA",
};

export async function fillAddress(page: Page, address: Record<string, string> = ada): Promise<void> {
  for (const [name, value] of Object.entries(address)) await page.locator(`[name="${name}"]`).fill(value);
}

/** The way on is a link; a button where the bag asks how it should be sent. */
export function goToCheckout(page: Page): Promise<void> {
  const wayOn = { name: "Go to checkout" };
  return page.getByRole("link", wayOn).or(page.getByRole("button", wayOn)).click();
}

/**
 * Presses "Pay" until the payment page stands: other tests order at the same time, so the date may have moved, and
 * then the shop shows what changed and waits for a tick. Returns the day by which nine in ten arrive, as last shown.
 */
export async function goToPayment(page: Page): Promise<string> {
  const changed = page.getByLabel("I have seen this, and go on");
  for (let tries = 0; tries < 5; tries++) {
    if (await changed.isVisible()) await changed.check();
    const arrives = (await lastDay(page).getAttribute("datetime")) ?? "";
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: /^Pay £/ }).click();
    const answer = await answered;
    if (answer.status() === 303 || answer.headers()["x-action-redirect"]) {
      await expect(page.getByRole("heading", { name: "Pay by card" })).toBeVisible();
      return arrives;
    }
    await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  }
  throw new Error(
    `Not led to the payment: ${await page.getByRole("main").getByRole("alert").allTextContents()}`,
  );
}

function lastDay(page: Page): Locator {
  const promise = page.getByText(/nine in ten arrive by/).filter({ visible: true });
  return promise.locator("time").last();
}

export async function payWithCard(page: Page, number: string): Promise<void> {
  await page.getByLabel("Card number").fill(number);
  await page.getByLabel(/^Expiry/).fill("12 / 40");
  await page.getByLabel("CVC").fill("123");
  await page.getByLabel("Name on card").fill("A Buyer");
  await page.getByRole("button", { name: /^Pay £/ }).click();
}

export const CARD = {
  pays: "4242 4242 4242 4242",
  declined: "4000 0000 0000 0002",
  asks3ds: "4000 0000 0000 3220",
} as const;
