import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FormBrowser, type Page } from "@/tests/support/form-browser";
import { checkoutInput, type SimulatedShop, startSimulatedShop } from "./simulated-shop";

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSimulatedShop();
});
afterAll(() => shop.close());

describe("the payment page", () => {
  it("shows what is paid for, the total, the way back, and that it is a test", async () => {
    const { page } = await openPage();
    const text = page.document.textContent;
    expect(page.status).toBe(200);
    for (const words of [
      "Hammered band",
      "9 ct yellow gold, size N",
      "2 × £120.00",
      "£240.00",
      "Royal Mail Tracked 48",
      "£275.95",
      "never type a real card",
    ]) {
      expect(text).toContain(words);
    }
    const links = page.document.querySelectorAll("a").map((link) => link.getAttribute("href"));
    expect(links).toContain("https://shop.example.com/bag");
  });

  it("takes the filled-in test card and leads back to the shop with the session's id", async () => {
    const { browser, page, sessionId } = await openPage("?card=4242424242424242");
    const leaving = submitted(browser, page);
    expect(await leaving).toBe(`https://shop.example.com/checkout/return?session=${sessionId}`);
    expect(await shop.gateway.getCheckout(sessionId)).toMatchObject({
      status: "complete",
      paymentStatus: "paid",
    });
  });

  it.each([
    ["4000000000000002", "Your card was declined."],
    ["4000000000009995", "Your card has insufficient funds."],
    ["4000000000009987", "Your card was declined."],
    ["4000000000000069", "Your card has expired."],
    ["4000000000000127", "Your card's security code is incorrect."],
    ["4000000000000119", "An error occurred while processing your card."],
    ["4111111111111111", "Your request was in test mode, but used a non test card."],
  ])("declines %s in Stripe's words, and another card pays", async (number, words) => {
    const { browser, page, sessionId } = await openPage();
    const refused = await browser.submit(page, "form", { ...card, number });
    expect(refused.status).toBe(200);
    expect(refused.document.querySelector("[role=alert]")?.textContent).toContain(words);
    expect(await shop.gateway.getCheckout(sessionId)).toMatchObject({
      status: "open",
      paymentStatus: "unpaid",
    });
    expect(await submitted(browser, refused, card)).toContain("https://shop.example.com/checkout/return");
    expect(await shop.gateway.getCheckout(sessionId)).toMatchObject({ paymentStatus: "paid" });
  });

  it("says beside each field what is wrong with it, and charges nothing", async () => {
    const { browser, page, sessionId } = await openPage();
    const wrong = await browser.submit(page, "form", {
      number: "4242 4242 4242 4241",
      expiry: "13/30",
      cvc: "12",
      name: "",
    });
    expect(wrong.document.querySelectorAll(".problem").map((problem) => problem.textContent)).toEqual([
      "Your card number is invalid.",
      "Your card's expiration date is invalid.",
      "Your card's security code is incomplete.",
      "Your name is incomplete.",
    ]);
    expect(wrong.document.querySelector("#number")?.getAttribute("aria-describedby")).toBe("number-problem");
    expect(await shop.gateway.getCheckout(sessionId)).toMatchObject({ paymentIntentId: null });
  });

  it.each(["4000002500003155", "4000000000003220"])(
    "asks for 3-D Secure with %s: failing leaves it open, completing pays",
    async (number) => {
      const { browser, page, sessionId } = await openPage();
      const challenge = await browser.submit(page, "form", { ...card, number });
      expect(challenge.url.pathname).toBe(`/c/pay/${sessionId}/authenticate`);
      const failed = await browser.submit(challenge, "form", {}, { answer: "fail" });
      expect(failed.document.querySelector("[role=alert]")?.textContent).toContain(
        "We are unable to authenticate your payment method.",
      );
      const again = await browser.submit(failed, "form", { ...card, number });
      expect(await submitted(browser, again, {}, { answer: "complete" })).toContain(sessionId);
      expect(await shop.gateway.getCheckout(sessionId)).toMatchObject({ paymentStatus: "paid" });
    },
  );

  it("takes a bank debit without a card; the session completes unpaid", async () => {
    const { browser, page, sessionId } = await openPage();
    const to = await submitted(browser, page, {}, { outcome: "succeeded" }, "details form");
    expect(to).toContain(sessionId);
    expect(await shop.gateway.getCheckout(sessionId)).toMatchObject({
      status: "complete",
      paymentStatus: "unpaid",
    });
  });

  it("explains itself when the session has expired, also to a form that was open", async () => {
    const { browser, page, sessionId } = await openPage("?card=4242424242424242");
    await shop.gateway.expireCheckout(sessionId);
    const late = await browser.submit(page, "form");
    expect(late.document.textContent).toContain("This payment page has expired");
    expect(late.document.textContent).toContain("Nothing was charged");
    expect(await shop.gateway.getCheckout(sessionId)).toMatchObject({
      status: "expired",
      paymentStatus: "unpaid",
    });
  });

  it("charges once, however often the form is sent", async () => {
    const { page, sessionId } = await openPage("?card=4242424242424242");
    const send = () =>
      fetch(page.url, {
        method: "POST",
        body: new URLSearchParams({ ...card, method: "card" }),
        redirect: "manual",
      });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 303]);
    const { paymentIntentId } = (await shop.gateway.getCheckout(sessionId)) ?? {};
    expect((await shop.stripe.charges.list({ payment_intent: paymentIntentId ?? "" })).data).toHaveLength(1);
  });

  it("escapes what the shop sends", async () => {
    const lines = [{ name: '<script>alert("1")</script> & co', unitAmountMinor: 5_000, quantity: 1 }];
    const { page } = await openPage("", { lines });
    expect(page.html).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; co");
    expect(page.document.querySelector("script")).toBeNull();
  });

  it("is 404 for a session that doesn't exist", async () => {
    expect((await new FormBrowser(shop.simulator.url).open("/c/pay/cs_test_nothing")).status).toBe(404);
  });
});

const card = { number: "4242 4242 4242 4242", expiry: "12 / 34", cvc: "123", name: "Test Payer" };

async function openPage(query = "", changes: Parameters<typeof checkoutInput>[0] = {}) {
  const { sessionId, url } = await shop.gateway.createCheckout(checkoutInput(changes));
  const browser = new FormBrowser(shop.simulator.url);
  return { browser, page: await browser.open(`${new URL(url).pathname}${query}`), sessionId };
}

/** Where the form leads: the shop of these tests doesn't exist, so the last step is not followed. */
async function submitted(
  browser: FormBrowser,
  page: Page,
  fields: Record<string, string> = {},
  button: Record<string, string> = {},
  selector = "form",
): Promise<string> {
  const form = page.document.querySelector(selector);
  const values: Record<string, string> = {};
  for (const input of form?.querySelectorAll("input") ?? []) {
    values[input.getAttribute("name") ?? ""] = input.getAttribute("value") ?? "";
  }
  const response = await fetch(new URL(form?.getAttribute("action") ?? "", browser.origin), {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ ...values, ...fields, ...button }),
  });
  return response.headers.get("location") ?? "";
}
