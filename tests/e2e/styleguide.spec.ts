import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./shop-test";

const chapters = ["tokens", "actions", "fields", "choices", "messages", "structure"];

/**
 * The primitives look as they did when somebody last looked at them (tests/e2e/looks; after a change on purpose:
 * `npx playwright test styleguide --update-snapshots`, and look). The tolerance is for another machine's way of
 * smoothing edges; a colour, a size or a line that is off is far more.
 */
for (const colorScheme of ["light", "dark"] as const) {
  test(`every primitive in every state looks as it should, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 820, height: 1000 });
    await page.goto("/styleguide", { waitUntil: "networkidle" });
    // A first page may have been faster than its letters; the second has them from the start.
    await page.reload({ waitUntil: "networkidle" });
    for (const chapter of chapters) {
      await expect.soft(page.locator(`#${chapter}`)).toHaveScreenshot(`${chapter}-${colorScheme}.png`, {
        animations: "disabled",
        maxDiffPixelRatio: 0.01,
      });
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
}
