import { expect, test } from "./shop-test";

test("the picture of a piece follows its metal and its finish", async ({ page }) => {
  // Before the page's scripts are there a radio may be set back as they start.
  const choose = (field: string) =>
    expect(() => page.locator(field).check({ force: true, timeout: 2000 })).toPass();
  await page.goto("/products/hammered-band");
  const shown = page.locator("[data-look]").filter({ visible: true }).locator("img");
  const note = page.locator("[data-note]").filter({ visible: true });

  await choose('input[name="metal"][value="sterling-silver"]');
  await choose('input[name="finish"][value="satin"]');
  await expect(shown).toHaveAttribute("src", "/pictures/hammered-band-sterling-silver-satin-800.webp");
  await expect(shown).toHaveAttribute("alt", /sterling silver band.*Its finish: satin/);
  await expect(note).toHaveCount(0);

  // The one that the page opens with lies beneath all others.
  await choose('input[name="finish"][value="polished"]');
  await expect(shown).toHaveCount(0);
  const first = page.getByRole("main").locator("figure img").first();
  await expect(first).toHaveAttribute("src", "/pictures/hammered-band-sterling-silver-800.webp");
});
