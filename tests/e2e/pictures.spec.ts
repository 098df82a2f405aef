import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { phonePhoto } from "../support/photos";
import { expect, OWNER, signIn, test } from "./shop-test";

const SLUG = "twisted-rope-band";

test("the owner sends a photo, says what it shows and what matters in it, and the shop shows it", async ({
  page,
  expectErrors,
}) => {
  test.setTimeout(120_000);
  expectErrors(/status of 415 .*\/api\/uploads\/pictures/);
  await signIn(page, OWNER, `/studio/products/${SLUG}/pictures`);
  const chooser = page.getByLabel("Photos of the piece");
  await chooser.setInputFiles([
    { name: "note.jpg", mimeType: "image/jpeg", buffer: Buffer.from("%PDF-1.7 not a photo") },
    {
      name: "bench.jpg",
      mimeType: "image/jpeg",
      buffer: await phonePhoto({ width: 2400, height: 1600, orientation: 1 }),
    },
  ]);
  await expect(page.getByText(/This is a PDF, whatever its name says/)).toBeVisible();
  const draft = draftsOn(page);
  await expect(draft).toHaveCount(1, { timeout: 20_000 });

  await draft.getByRole("button", { name: "Put it in the shop" }).click();
  await expect(draft.getByText(/Say what the picture shows before it goes into the shop/)).toBeVisible();

  const words = `A signet ring in the hand, ${Date.now()}`;
  await draft.getByLabel("What it shows").fill(words);
  const across = draft.getByRole("slider", { name: "From left to right" });
  await across.focus();
  await page.keyboard.press("Home");
  await expect(across).toHaveValue("0");
  await draft.getByRole("button", { name: "Put it in the shop" }).click();
  await expect(draft).toHaveCount(0, { timeout: 40_000 });
  const card = page.getByRole("article").filter({ hasText: words });
  await expect(card).toBeVisible();

  await card.getByRole("button", { name: /^Earlier/ }).click();
  await page.goto(`/products/${SLUG}`);
  const shown = page.getByRole("img", { name: words });
  await shown.scrollIntoViewIfNeeded();
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  const address = await shown.evaluate((img: HTMLImageElement) => img.currentSrc);
  expect(address).toMatch(/\/media\/[0-9a-f]{32}-\d+\.avif$/);
  const file = await page.request.get(address);
  expect(file.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(file.headers()["x-content-type-options"]).toBe("nosniff");
  // The left of the photo was chosen: there it is red.
  const { channels } = await sharp(await file.body()).stats();
  expect(channels[0]?.mean ?? 0).toBeGreaterThan((channels[2]?.mean ?? 0) + 15);

  await page.goto(`/studio/products/${SLUG}/pictures`);
  await card.getByText("Change, replace or remove").click();
  await card.getByRole("button", { name: "Remove this picture" }).click();
  await expect(card).toHaveCount(0);
});

test("photos are dropped and pasted too, and everybody can work with them, by day and by night", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const slug = "open-wave-ring";
  await signIn(page, OWNER, `/studio/products/${slug}/pictures`);
  const drafts = draftsOn(page);
  const form = page.locator("form").filter({ has: page.getByLabel("Photos of the piece") });
  await expect(form.getByText("Or drop files here, or paste a picture.")).toBeVisible();
  const bytes = (await phonePhoto()).toString("base64");
  for (const [index, way] of (["drop", "paste"] as const).entries()) {
    await form.evaluate(give, { way, bytes });
    await expect(drafts).toHaveCount(index + 1, { timeout: 20_000 });
  }
  await expect(page.getByText("being prepared")).toHaveCount(0, { timeout: 60_000 });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [320, 820, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  }
  for (const left of [1, 0]) {
    await drafts.first().getByRole("button", { name: "Throw this photo away" }).click();
    await expect(
      page.getByRole("status").filter({ hasText: left ? "1 photo not yet" : /^\d+ pictures?$/ }),
    ).toBeVisible();
    await expect(drafts).toHaveCount(left);
  }
});

/** By their place: the words on a button are others while its form is on its way. */
function draftsOn(page: Page): Locator {
  return page.locator('section:has(> h2:text-is("Not in the shop yet"))').getByRole("article");
}

/** In the page: what a browser does when a file is dropped on the form, or a picture pasted. */
function give(form: Element, { way, bytes }: { way: "drop" | "paste"; bytes: string }): void {
  const transfer = new DataTransfer();
  const content = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
  transfer.items.add(new File([content], `${way}.jpg`, { type: "image/jpeg" }));
  form.dispatchEvent(
    way === "drop"
      ? new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer })
      : new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: transfer }),
  );
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a photo is sent by a plain form, and what is wrong comes back in words", async ({ page }) => {
    await signIn(page, OWNER, `/studio/products/${SLUG}/pictures`);
    await page.getByLabel("Photos of the piece").setInputFiles([
      { name: "a.jpg", mimeType: "image/jpeg", buffer: await phonePhoto() },
      { name: "b.jpg", mimeType: "image/jpeg", buffer: Buffer.from("GIF89a") },
    ]);
    await page.getByRole("button", { name: "Send them" }).click();
    await expect(
      page.getByText("1 photo arrived, and one could not be kept. This picture moves."),
    ).toBeVisible();
    const draft = draftsOn(page);
    await draft.getByRole("button", { name: "Put it in the shop" }).click();
    await expect(draft.getByText(/Say what the picture shows before it goes into the shop/)).toBeVisible();
    await draft.getByLabel("What it shows").fill("A ring on slate");
    await draft.getByRole("button", { name: "Save for later" }).click();
    await expect(page.getByText("Saved.").first()).toBeVisible();
    await draft.getByRole("button", { name: "Throw this photo away" }).click();
    await expect(draft).toHaveCount(0);
  });
});
