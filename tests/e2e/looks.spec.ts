import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { buy, engravedTrio } from "./buying";
import { quoted } from "./pages";
import { expect, OWNER, signIn, test } from "./shop-test";

test("every room of the shop can be read and used by everybody, by day and by night, on the narrowest phone", async ({
  page,
  baseURL,
  expectErrors,
}) => {
  // So many pages, each looked at twice.
  test.setTimeout(360_000);
  expectErrors(/404 .*\/no-such-page/);
  const order = await buy(baseURL ?? "", "trio-birthstone-ring", engravedTrio, {
    name: "Lou Cole",
    email: "lou@example.com",
  });
  await page.goto("/products/birthstone-stacker");
  await quoted(page, () => page.locator('select[name="size.value"]').selectOption("M"));
  await page.getByRole("button", { name: "Add to bag" }).click();
  await page.getByRole("link", { name: "Go to the bag" }).click();
  const edit = await page.getByRole("link", { name: "Edit" }).getAttribute("href");
  await expectGoodLooks(page, [
    "/",
    "/shop",
    "/shop?kind=ring&metal=platinum-950",
    "/shop?kind=ring&needBy=2027-12-24&country=DE",
    "/order-by",
    "/products/posy-ring",
    "/products/trio-birthstone-ring",
    "/products/family-birthstone-pendant",
    "/makers",
    "/makers/maud-osei",
    "/guides",
    "/guides/ring-sizes",
    "/guides/ring-sizes/sizer/post?piece=posy-ring",
    await firstLink(page, "/", /^\/collections\//),
    "/bag",
    edit ?? "",
    "/checkout",
    "/gift-cards",
    "/gift-cards/balance",
    order.pathname,
    "/sign-in",
    "/no-such-page",
  ]);
});

test("every room of the studio can be read and used by everybody, by day and by night, on the narrowest phone", async ({
  page,
}) => {
  // So many pages, each looked at twice.
  test.setTimeout(400_000);
  await signIn(page, OWNER);
  const job = await firstLink(page, "/studio/board", /^\/studio\/jobs\/TM/);
  const order = job.replace("jobs", "orders").replace(/-\d+$/, "");
  await expectGoodLooks(page, [
    "/studio",
    "/studio/board",
    "/studio/jobs",
    job,
    `${job}/ticket`,
    "/studio/orders",
    order,
    `${order}/slip`,
    "/studio/products/trio-birthstone-ring/pictures",
    await firstLink(
      page,
      "/studio/products/trio-birthstone-ring/pictures",
      /^\/studio\/products\/.*\/pictures\/./,
    ),
    "/studio/mail",
    "/studio/sizers",
    "/studio/promises",
    "/studio/what-if",
    `/studio/what-if?try=first&job=${job.split("/").at(-1)}`,
    "/studio/what-if?try=leaves&artisan=nobody",
    "/studio/account",
    "/studio/settings",
    "/studio/settings/people",
    "/studio/settings/bench",
    "/studio/settings/calendar",
    "/studio/settings/metals",
    "/studio/settings/delivery",
    "/studio/settings/codes",
    "/studio/settings/gift-cards",
  ]);
});

test("nothing moves on a product's page: not while it loads, not up or down when the price is worked out", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const shifts: { value: number; upOrDown: boolean }[] = [];
    Object.assign(window, { shifts });
    type Shift = PerformanceEntry & {
      value: number;
      sources: { previousRect: DOMRect; currentRect: DOMRect }[];
    };
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as Shift[]) {
        const upOrDown = sources.some(({ previousRect, currentRect }) => previousRect.y !== currentRect.y);
        shifts.push({ value, upOrDown });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  const shifts = () => page.evaluate(() => Reflect.get(window, "shifts") as { upOrDown: boolean }[]);
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("/products/posy-ring", { waitUntil: "networkidle" });
    expect([width, await shifts()]).toEqual([width, []]);
    await quoted(page, () => page.getByRole("radio", { name: /^Platinum/ }).check());
    expect((await shifts()).filter(({ upOrDown }) => upOrDown)).toEqual([]);
  }
});

// The router keeps pages left behind in the document, hidden: a label must not name a field of one of those.
test("labels, popovers and skip links lead to what is on the screen, whatever was seen before", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/shop?kind=ring");
  const walk = ["Posy ring", "Shop", "Birthstone stacker", "Find your size", "Bag"];
  for (const name of walk) {
    await page.getByRole("link", { name }).filter({ visible: true }).first().click();
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    expect([name, await strayReferences(page)]).toEqual([name, []]);
  }
  await page.goto("/shop?kind=ring");
  await page.getByRole("link", { name: "Earrings", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Earrings" })).toBeVisible();
  await page.getByRole("button", { name: "Filter and sort" }).click();
  await expect(page.getByRole("combobox", { name: "Order" })).toBeVisible();
});

/** What a visible label, button or link names by its id, and that isn't on the same page. */
function strayReferences(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    ["for", "popovertarget", "href"].flatMap((attribute) =>
      [...document.querySelectorAll(`[${attribute}]`)]
        .filter((element) => element.checkVisibility())
        .map((element) => element.getAttribute(attribute) ?? "")
        .filter((value) => attribute !== "href" || /^#./.test(value))
        .map((value) => value.replace(/^#/, ""))
        .filter((id) => {
          const named = document.getElementById(id);
          // A closed popover is hidden itself; what counts is the page it stands on.
          return !named?.parentElement?.checkVisibility();
        }),
    ),
  );
}

/** axe in the light, contrast again in the dark, and no sideways scrolling at 320 px: all findings at once. */
async function expectGoodLooks(page: Page, addresses: string[]): Promise<void> {
  const found: string[] = [];
  for (const address of addresses) {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    // A form asks for its price only once its scripts run, and pales until the answer is there.
    await page.goto(address, { waitUntil: "networkidle" });
    // Chapters far down take their looks when somebody comes near; here all are looked at at once.
    await page.addStyleTag({ content: "* { content-visibility: visible !important }" });
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    found.push(...(await violations(page, `${address} by day`, new AxeBuilder({ page }))));
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    const contrast = new AxeBuilder({ page }).withRules(["color-contrast"]);
    found.push(...(await violations(page, `${address} by night`, contrast)));
    await page.setViewportSize({ width: 320, height: 640 });
    const { width, wide } = await page.evaluate(measureWidth);
    if (width > 320) found.push(`${address} is ${width} px wide on a screen of 320: ${wide.join(" | ")}`);
    await page.setViewportSize({ width: 1280, height: 900 });
  }
  expect(found).toEqual([]);
}

/** Once what follows from the new width has been laid out; and what stands out of it. */
async function measureWidth(): Promise<{ width: number; wide: string[] }> {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  const out = [...document.querySelectorAll("body *")].filter(
    (element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 0.5,
  );
  const wide = out.slice(-5).map(({ tagName, textContent }) => `${tagName} “${textContent?.slice(0, 60)}”`);
  return { width: document.documentElement.scrollWidth, wide };
}

async function violations(page: Page, where: string, axe: AxeBuilder): Promise<string[]> {
  // Colours fade over when the scheme changes, from the next frame on: only what stands still is judged.
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY) animation.finish();
    }
    await frame();
  });
  const { violations: list } = await axe.analyze();
  return list
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) =>
        `${where}: ${id} at ${nodes
          .slice(0, 3)
          .map(({ target }) => target.join(" "))
          .join(" | ")}`,
    );
}

async function firstLink(page: Page, address: string, pattern: RegExp): Promise<string> {
  await page.goto(address);
  const links = page.getByRole("main").getByRole("link");
  await expect(links.first()).toBeVisible();
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const found = paths.find((path) => pattern.test(path));
  if (!found) throw new Error(`No link like ${pattern} at ${address}`);
  return found;
}
