import { FormBrowser } from "../support/form-browser";
import { ENGRAVER, expect, signIn, test } from "./shop-test";

const fiveMegabytes = "x".repeat(5 * 1024 * 1024);

test("every answer carries the security headers", async ({ request }) => {
  for (const path of [
    "/",
    "/shop",
    "/products/posy-ring",
    "/bag",
    "/sign-in",
    "/api/health",
    "/no-such-page",
    "/api/v1/products",
  ]) {
    const headers = (await request.get(path)).headers();
    expect([path, headers]).toEqual([
      path,
      expect.objectContaining({
        "content-security-policy": expect.stringContaining(
          "default-src 'self'; script-src 'self' 'unsafe-inline'; ",
        ),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "strict-origin-when-cross-origin",
        "cross-origin-opener-policy": "same-origin",
        "permissions-policy": expect.stringContaining("payment=()"),
        "strict-transport-security": "max-age=31536000",
      }),
    ]);
    expect(headers["x-powered-by"]).toBeUndefined();
  }
});

test("a body of 5 MB is refused wherever it is sent, and the shop goes on", async ({
  page,
  request,
  baseURL,
}) => {
  const json = { "content-type": "application/json" };
  const quote = await request.post("/api/v1/quotes", { data: `"${fiveMegabytes}"`, headers: json });
  expect(quote.status()).toBe(413);
  const webhook = await request.post("/api/stripe/webhook", { data: fiveMegabytes, headers: json });
  expect(webhook.status()).toBe(413);

  const browser = new FormBrowser(baseURL ?? "");
  const product = await browser.open("/products/posy-ring");
  const refused = await browser.submit(product, 'form:has([name="product"])', { giftMessage: fiveMegabytes });
  expect(refused.status).toBe(413);
  expect(await (await request.get("/api/bag/count")).json()).toEqual({ pieces: 0 });

  await signIn(page, ENGRAVER);
  const upload = await page.request.post("/api/uploads", {
    multipart: {
      jobId: "none",
      number: "TM-1-1",
      photo: { name: "x.jpg", mimeType: "image/jpeg", buffer: Buffer.from(fiveMegabytes) },
    },
    headers: { accept: "application/json" },
  });
  expect(upload.status()).toBe(404);
  expect((await request.get("/api/health")).status()).toBe(200);
});

test("machines that can't prove who they are change nothing", async ({ request }) => {
  const event = JSON.stringify({
    id: "evt_1",
    type: "checkout.session.completed",
    data: { object: { id: "cs_1" } },
  });
  const signatures: Record<string, string>[] = [
    {},
    { "stripe-signature": "t=1,v1=00" },
    { "stripe-signature": "x".repeat(10_000) },
  ];
  for (const headers of signatures) {
    const answer = await request.post("/api/stripe/webhook", { data: event, headers });
    expect(answer.status()).toBe(400);
  }
  expect((await request.post("/api/internal/revalidate", { data: { everything: true } })).status()).toBe(404);
  expect((await request.post("/api/uploads", { multipart: { jobId: "x" } })).status()).toBe(401);
  const elsewhere = await request.post("/api/uploads", {
    multipart: { jobId: "x" },
    headers: { origin: "https://evil.example" },
  });
  expect(elsewhere.status()).toBe(403);
});

test("a form from another site is not carried out", async ({ baseURL }) => {
  const browser = new FormBrowser(baseURL ?? "");
  const product = await browser.open("/products/posy-ring");
  const form = product.document.querySelector('form:has([name="product"])');
  const body = new FormData();
  for (const input of form?.querySelectorAll("input[type=hidden]") ?? []) {
    body.append(input.getAttribute("name") ?? "", input.getAttribute("value") ?? "");
  }
  const answer = await fetch(`${baseURL}/products/posy-ring`, {
    method: "POST",
    body,
    headers: { origin: "https://evil.example" },
    redirect: "manual",
  });
  expect(answer.ok).toBe(false);
  expect(answer.headers.getSetCookie()).toEqual([]);
});
