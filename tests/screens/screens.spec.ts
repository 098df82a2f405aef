import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { buy, engravedTrio } from "../e2e/buying";
import { quoted } from "../e2e/pages";
import { OWNER, signIn, test } from "../e2e/shop-test";

const widths = [390, 820, 1440] as const;
const MOST_TALL = 4200;
const folder = path.join("docs", "screens");

test("every page of the shop", async ({ page, baseURL, expectErrors }) => {
  test.setTimeout(1_800_000);
  expectErrors(/404 /);
  const order = await buy(baseURL ?? "", "trio-birthstone-ring", engravedTrio, {
    name: "Lou Cole",
    email: "lou@example.com",
  });
  await page.goto("/products/birthstone-stacker");
  await quoted(page, () => page.locator('select[name="size.value"]').selectOption("M"));
  await page.getByRole("button", { name: "Add to bag" }).click();
  await page.getByRole("link", { name: "Go to the bag" }).click();
  await page.waitForURL("**/bag");
  await takeAll(page, {
    home: "/",
    shop: "/shop",
    "shop-rings": "/shop?kind=ring",
    "shop-nothing": "/shop?kind=earrings&metal=platinum-950",
    "shop-in-time": "/shop?needBy=2026-12-24&country=GB",
    "order-by": "/order-by",
    product: "/products/trio-birthstone-ring",
    "product-engraved": "/products/engraved-disc-necklace",
    "product-family": "/products/family-birthstone-pendant",
    collection: "/collections/under-the-night-sky",
    makers: "/makers",
    maker: "/makers/maud-osei",
    guides: "/guides",
    "guide-ring-sizes": "/guides/ring-sizes",
    "guide-engraving": "/guides/engraving",
    sizer: "/guides/ring-sizes/sizer",
    "sizer-by-post": "/guides/ring-sizes/sizer/post?piece=posy-ring",
    "gift-cards": "/gift-cards",
    "gift-card-balance": "/gift-cards/balance",
    bag: "/bag",
    checkout: "/checkout",
    order: order.pathname,
    "sign-in": "/sign-in",
    "not-found": "/no-such-page",
    offline: "/offline.html",
  });
});

test("every page of the studio", async ({ page }) => {
  test.setTimeout(1_800_000);
  await signIn(page, OWNER);
  await page.goto("/studio/board");
  const job = await page.getByRole("main").locator('a[href^="/studio/jobs/TM"]').first().getAttribute("href");
  const order = job?.replace("jobs", "orders").replace(/-\d+$/, "");
  await takeAll(page, {
    "studio-today": "/studio",
    "studio-board": "/studio/board",
    "studio-jobs": "/studio/jobs",
    "studio-job": job ?? "",
    "studio-job-change": `${job}/change`,
    "studio-ticket": `${job}/ticket`,
    "studio-orders": "/studio/orders",
    "studio-order": order ?? "",
    "studio-slip": `${order}/slip`,
    "studio-promises": "/studio/promises",
    "studio-what-if": `/studio/what-if?try=first&job=${job?.split("/").at(-1)}`,
    "studio-products": "/studio/products",
    "studio-product": "/studio/products/trio-birthstone-ring",
    "studio-pictures": "/studio/products/trio-birthstone-ring/pictures",
    "studio-mail": "/studio/mail",
    "studio-sizers": "/studio/sizers",
    "studio-account": "/studio/account",
    "studio-settings": "/studio/settings",
    "studio-people": "/studio/settings/people",
    "studio-bench": "/studio/settings/bench",
    "studio-calendar": "/studio/settings/calendar",
    "studio-metals": "/studio/settings/metals",
    "studio-delivery": "/studio/settings/delivery",
    "studio-codes": "/studio/settings/codes",
    "studio-gift-cards": "/studio/settings/gift-cards",
  });
});

/** Each page in three widths, by day and by night: docs/screens/NAME-390-light.webp. */
async function takeAll(page: Page, pages: Record<string, string>): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [name, address] of Object.entries(pages)) {
    for (const width of widths) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 1000 });
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      await page.goto(address, { waitUntil: "networkidle" });
      // A picture of the whole page is of what a visitor sees by and by: nothing waits, nothing floats above.
      const whole = "* { content-visibility: visible !important } .sticky { position: static !important }";
      await page.addStyleTag({ content: whole });
      await loadPictures(page);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await take(page, path.join(folder, `${name}-${width}-${colorScheme}.webp`));
      }
    }
  }
}

/** Pictures further down wait until somebody comes near. */
async function loadPictures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const picture of document.images) picture.loading = "eager";
    await Promise.all([...document.images].map((picture) => picture.decode().catch(() => undefined)));
  });
}

async function take(page: Page, file: string): Promise<void> {
  const picture = sharp(await page.screenshot({ fullPage: true, animations: "disabled" }));
  const { width = 0, height = 0 } = await picture.metadata();
  await picture
    .extract({ left: 0, top: 0, width, height: Math.min(height, MOST_TALL) })
    .webp({ quality: 60 })
    .toFile(file);
}
