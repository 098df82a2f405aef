import { expect, test } from "./shop-test";

test("the picture of a piece follows its metal and its finish", async ({ page }) => {
  await page.goto("/products/hammered-band");
  const shown = page.locator("[data-look]").filter({ visible: true }).getByRole("img");
  const note = page.locator("[data-note]").filter({ visible: true });

  await page.locator('input[name="metal"][value="sterling-silver"]').check({ force: true });
  await page.locator('input[name="finish"][value="satin"]').check({ force: true });
  await expect(shown).toHaveAttribute("src", "/pictures/hammered-band-sterling-silver-satin-800.webp");
  await expect(shown).toHaveAttribute("alt", /sterling silver band.*Its finish: satin/);
  await expect(note).toHaveCount(0);

  await page.locator('input[name="finish"][value="polished"]').check({ force: true });
  await expect(shown).toHaveAttribute("src", "/pictures/hammered-band-sterling-silver-800.webp");
});
