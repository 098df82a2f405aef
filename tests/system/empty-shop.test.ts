import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findFreePort } from "../../scripts/start/ports";
import { FormBrowser, type Page } from "../support/form-browser";
import { ShopProcess } from "../support/shop-process";

const folder = mkdtempSync(path.join(tmpdir(), "touchmark-empty-"));
const answers = {
  ownerName: "Rowan Hale",
  ownerEmail: "rowan@example.com",
  password: "three quiet words",
  workshopName: "Hale & Daughter",
  email: "hello@example.com",
  line1: "3 Vyse Street",
  city: "Birmingham",
  region: "England",
  postalCode: "B18 6LE",
  country: "GB",
  timeZone: "Europe/London",
  currency: "GBP",
  artisanName: "",
};
let shop: ShopProcess;
let origin: string;

beforeAll(async () => {
  const port = await findFreePort(undefined, []);
  origin = `http://localhost:${port}`;
  shop = await new ShopProcess({
    DATA_DIR: path.join(folder, "data"),
    PORT: String(port),
    SAMPLE_SHOP: "off",
  }).start();
});

afterAll(async () => {
  await shop.interrupt();
  rmSync(folder, { recursive: true, force: true });
});

it("an empty shop asks whoever comes first to set it up, and then opens as theirs", async () => {
  const browser = new FormBrowser(origin);
  const setUp = await browser.open("/");
  expect([setUp.status, heading(setUp)]).toEqual([200, "Set up your workshop"]);

  const refused = await browser.submit(setUp, "main form", {
    ...answers,
    password: "short",
    postalCode: "nowhere",
  });
  expect(refused.url.pathname).toBe("/setup");
  expect(refused.document.querySelector("[role=alert]")?.textContent).toContain("another look");
  expect(problemWith(refused.document, "password")).toContain("at least 10");
  expect(problemWith(refused.document, "postalCode")).toMatch(/./);
  expect(refused.document.querySelector("[name=ownerName]")?.getAttribute("value")).toBe("Rowan Hale");

  const studio = await browser.submit(refused, "main form", answers);
  expect([studio.status, studio.url.pathname]).toEqual([200, "/studio"]);
  expect(studio.html).toContain("No piece is in the house.");
  for (const room of ["board", "jobs", "orders", "mail", "settings", "settings/people", "settings/bench"]) {
    expect([room, (await browser.open(`/studio/${room}`)).status]).toEqual([room, 200]);
  }
});

it("it can't be set up a second time, by whomever", async () => {
  const stranger = new FormBrowser(origin);
  const setUp = await stranger.open("/setup");
  expect([heading(setUp), setUp.document.querySelector("form")]).toEqual(["This workshop is set up", null]);
  expect((await stranger.open("/studio")).url.pathname).toBe("/sign-in");
});

it("its pages stand without a single product, under its own name, also after the next start", async () => {
  await shop.interrupt();
  await shop.start();
  const browser = new FormBrowser(origin);
  const pages = { "/": "Hale & Daughter opens soon", "/shop": "The pieces", "/bag": "Your bag" };
  for (const [address, title] of Object.entries(pages)) {
    const page = await browser.open(address);
    expect([address, page.status, heading(page)]).toEqual([address, 200, title]);
  }
  const signIn = await browser.open("/sign-in");
  const studio = await browser.submit(signIn, "main form", {
    email: answers.ownerEmail,
    password: answers.password,
  });
  expect(studio.url.pathname).toBe("/studio");
});

function heading(page: Page): string | undefined {
  return page.document.querySelector("h1")?.textContent.replace("&amp;", "&");
}

/** The sentence that a screen reader hears at the field of that name. */
function problemWith(document: Page["document"], name: string): string | undefined {
  const described = document.querySelector(`[name="${name}"]`)?.getAttribute("aria-describedby") ?? "";
  const id = described.split(" ").find((part) => part.endsWith("-error"));
  return document.querySelector(`[id="${id}"]`)?.textContent;
}
