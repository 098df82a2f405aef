import type { APIRequestContext } from "@playwright/test";
import { pageGates } from "../architecture/gates";
import { buy, engravedTrio } from "./buying";
import { ENGRAVER, expect, OWNER, signIn, test } from "./shop-test";

const studioPages = Object.entries(pageGates).flatMap(([file, gate]) =>
  file.startsWith("app/studio/") && !file.includes("[...")
    ? [{ path: file.slice("app".length, -"/page.tsx".length), gate }]
    : [],
);
const sample: Record<string, string> = { products: "posy-ring" };

test.beforeAll(async ({ browser, baseURL }) => {
  await buy(
    baseURL ?? "",
    "hammered-band",
    { metal: "sterling-silver", "size.system": "uk", "size.value": "N" },
    doorman,
  );
  const page = await browser.newPage({ baseURL: baseURL ?? "" });
  await signIn(page, OWNER);
  sample.jobs = (await find(page.request, "/studio/board", /\/studio\/jobs\/(TM-\d+-\d+)/)) ?? "";
  sample.orders = sample.jobs.replace(/-\d+$/, "");
  await expect.poll(() => find(page.request, "/studio/mail", /\/studio\/mail\/(\w+)/)).not.toBeNull();
  sample.mail = (await find(page.request, "/studio/mail", /\/studio\/mail\/(\w+)/)) ?? "";
  await page.close();
});

test("no page of the studio opens without signing in, and none says whether something exists", async ({
  request,
}) => {
  for (const { path } of studioPages) {
    for (const address of [withSamples(path), path.replace(/\[\w+\]/, "no-such-thing")]) {
      const answer = await request.get(address, { maxRedirects: 0 });
      expect([address, answer.status()]).toEqual([address, 307]);
      expect(answer.headers().location).toContain(`/sign-in?next=${encodeURIComponent(address)}`);
    }
  }
});

test("an artisan gets every page of the bench, and 403 for what is the owner's", async ({ page }) => {
  await signIn(page, ENGRAVER);
  for (const { path, gate } of studioPages) {
    const answer = await page.request.get(withSamples(path), { maxRedirects: 0 });
    expect([path, answer.status()]).toEqual([path, gate === "owner" ? 403 : 200]);
  }
  await page.goto("/studio");
  await expect(page.getByRole("link", { name: "Settings" })).toHaveCount(0);
});

test("the owner gets every page, 404 for what isn't there, and never an error for a strange address", async ({
  page,
}) => {
  await signIn(page, OWNER);
  for (const { path } of studioPages) {
    const answer = await page.request.get(withSamples(path), { maxRedirects: 0 });
    expect([path, answer.status()]).toEqual([path, 200]);
    if (!path.includes("[")) continue;
    for (const strange of [
      "no-such-thing",
      "%00",
      "a%00b",
      "%F0%9F%92%8D",
      "..%2f..%2fetc",
      "x".repeat(2_000),
    ]) {
      const address = path.replace(/\[\w+\]/, strange);
      expect([address, (await page.request.get(address)).status()]).toEqual([address, 404]);
    }
  }
  for (const path of [
    "/studio/nothing-here",
    "/studio/products/no-such-ring",
    "/studio/jobs?after=%00",
    "/studio/orders?q=a%00b",
  ]) {
    expect([path, (await page.request.get(path)).status()]).toEqual([path, 404]);
  }
});

test("signing in fails in words, forgives nothing, leads where one was going, and ends with signing out", async ({
  page,
}) => {
  await page.goto("/studio/orders");
  await page.waitForURL("**/sign-in?next=**");
  await page.getByLabel("E-mail address").fill(ENGRAVER);
  await page.getByLabel("Password").fill("wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").first()).toContainText("don't go together");
  await signIn(page, ENGRAVER, "/studio/orders");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in?**");
  expect((await page.request.get("/studio", { maxRedirects: 0 })).status()).toBe(307);
});

test("what is another person's isn't there: orders, bag lines, photos", async ({ request, baseURL }) => {
  const other = "x".repeat(27);
  for (const path of [
    `/orders/${other}`,
    "/orders/short",
    "/orders/%00",
    `/orders/${other}/photos/none`,
    `/api/v1/orders/${other}`,
    "/api/v1/orders/short",
    "/api/uploads/none",
    `/api/uploads/none?order=${other}`,
    "/bag/lines/none",
    "/bag/lines/%00",
    "/products/no-such-ring",
    "/products/%00",
    "/makers/nobody",
    "/guides/nothing",
    "/collections/nothing",
    "/shop/browse/nonsense",
    "/nothing-here",
    "/api/v1/products/no-such-ring",
  ]) {
    expect([path, (await request.get(path)).status()]).toEqual([path, 404]);
  }
  const order = await buy(baseURL ?? "", "trio-birthstone-ring", engravedTrio, doorman);
  expect((await request.get(order.href)).status()).toBe(200);
  expect((await request.get(`${order.href.slice(0, -1)}_`)).status()).toBe(404);
});

const doorman = { name: "Dora Orman", email: "doorman@example.com" };

function withSamples(path: string): string {
  const [, , room = ""] = path.split("/");
  return path.replace(/\[\w+\]/, sample[room] ?? "");
}

async function find(request: APIRequestContext, address: string, pattern: RegExp): Promise<string | null> {
  return pattern.exec(await (await request.get(address)).text())?.[1] ?? null;
}
