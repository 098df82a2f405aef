import { bagLines, quoted, specWords } from "./pages";
import { expect, OWNER, signIn, test } from "./shop-test";

test("a family's stones are counted, put in order and given their initials, and the bag says the same", async ({
  page,
}) => {
  await page.goto("/products/family-birthstone-pendant");
  await quoted(page, () => page.locator('select[name="size.value"]').selectOption("45"));
  const two = await quoted(page, () => page.locator('[name="stones.count"][value="2"]').check());
  const three = await quoted(page, () => page.locator('[name="stones.count"][value="3"]').check());
  expect(three.price.totalMinor).toBeGreaterThan(two.price.totalMinor);
  await expect(page.locator('[name="stone.stone-4"]')).toBeHidden();

  // Two people of the same month, and one of May by a stone of the old list.
  await page.locator('[name="stone.stone-1"]').selectOption("aquamarine");
  await page.locator('[name="stone.stone-2"]').selectOption("chrysoprase");
  await page.locator('[name="stone.stone-3"]').selectOption("aquamarine");
  await expect(page.locator('[name="stone.stone-2"] option:checked')).toContainText(
    "May: chrysoprase, traditional",
  );
  await page.locator('[name="engraving.initial-1.text"]').fill("M");
  await quoted(page, () => page.locator('[name="engraving.initial-2.text"]').fill("B"));

  // By keyboard: down with M, whose button keeps the focus, and on.
  await page.getByRole("button", { name: "Move First stone, on top down" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Move Second stone down" })).toBeFocused();
  await expect(page.locator('[name="stone.stone-1"]')).toHaveValue("chrysoprase");
  await expect(page.locator('[name="engraving.initial-1.text"]')).toHaveValue("B");
  await quoted(page, () => page.keyboard.press("Enter"));
  await expect(page.locator('[name="engraving.initial-3.text"]')).toHaveValue("M");

  await page.getByRole("button", { name: "Add to bag" }).click();
  await page.getByRole("link", { name: "Go to the bag" }).click();
  const line = bagLines(page);
  expect((await specWords(line)).slice(3)).toEqual([
    "First stone, on top: Chrysoprase, 2.7 mm round",
    "Second stone: Aquamarine, 2.7 mm round",
    "Third stone: Aquamarine, 2.7 mm round",
    "Engraving, initial behind the first stone: “B” in Cinzel, 2.4 mm letters, cut by hand",
    "Engraving, initial behind the third stone: “M” in Cinzel, 2.4 mm letters, cut by hand",
  ]);
  await expect(line).toContainText(
    "It can’t be returned, because it carries your own words and its stones are set in your own order.",
  );
  await line.getByRole("link", { name: "Edit" }).click();
  await expect(page.locator('[name="stones.count"][value="3"]').filter({ visible: true })).toBeChecked();
});

test("a ring is made resizable: words that need the back are refused, and the bag says what stays plain", async ({
  page,
  expectErrors,
}) => {
  expectErrors(/422 .*\/api\/v1\/quotes/);
  await page.goto("/products/posy-ring");
  await page.locator('select[name="size.value"]').selectOption("J");
  const text = page.getByLabel(/^Engraving, inside/);
  await quoted(page, () => text.fill("Let us share in joy and care, always and on"));
  await expect(text).not.toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText(/It can be resized later, up to 5 mm larger \(4 UK sizes\)/)).toBeVisible();
  await page.getByRole("checkbox", { name: /^Make it resizable/ }).check();
  await expect(text).toHaveAccessibleDescription(/There is room for/);
  await quoted(page, () => text.fill("joy and care"));
  await page.getByRole("button", { name: "Add to bag" }).click();
  await page.getByRole("link", { name: "Go to the bag" }).click();
  expect(await specWords(bagLines(page))).toContain(
    "Resizing: 8 mm of the shank left plain at the back, for resizing later",
  );
});

test("who doesn't know their size is sent a sizer, and the workshop ticks it off", async ({ page }) => {
  await page.goto("/products/posy-ring");
  await page.getByRole("link", { name: "I don’t know it: send me a sizer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "A ring sizer by post" })).toBeVisible();
  await page.getByRole("button", { name: "Send me a sizer" }).click();
  await expect(page.getByLabel("Full name").filter({ visible: true })).toHaveAccessibleDescription(
    /who the parcel is for/,
  );
  const to = {
    email: "wren@example.com",
    name: "Wren Hale",
    line1: "3 Quay Street",
    city: "Bristol",
    postalCode: "BS1 4SA",
  };
  for (const [name, value] of Object.entries(to))
    await page.locator(`[name="${name}"]`).filter({ visible: true }).fill(value);
  await page.getByRole("button", { name: "Send me a sizer" }).click();
  await expect(page.getByText("We write to wren@example.com when it leaves.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Back to Posy ring" })).toBeVisible();

  await signIn(page, OWNER);
  await page.goto("/studio/sizers");
  await page.getByRole("button", { name: "Posted to Wren Hale" }).click();
  await expect(page.getByText("Ticked off; the mail is on its way.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Posted to Wren Hale" })).toHaveCount(0);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("two stones change places by sending the form, and a sizer can be asked for", async ({ page }) => {
    await page.goto("/products/family-birthstone-pendant");
    await page.locator('[name="stones.count"][value="2"]').check();
    await expect(page.locator('[name="stone.stone-3"]')).toBeHidden();
    await page.locator('[name="engraving.initial-1.text"]').fill("A");
    await page.getByRole("button", { name: "Move First stone, on top down" }).click();
    await expect(page.getByText("have changed places. Nothing is in your bag yet.")).toBeVisible();
    await expect(page.locator('[name="engraving.initial-2.text"]')).toHaveValue("A");
    await expect(page.locator('[name="stone.stone-1"]')).toHaveValue("sapphire");
    await expect(page.locator('[name="stone.stone-2"]')).toHaveValue("garnet");
    await page.locator('[name="size.value"]').fill("45");
    // Enter in a field buys; it moves nobody.
    await page.locator('[name="size.value"]').press("Enter");
    await expect(page).toHaveURL(/\/bag$/);
    expect((await specWords(bagLines(page))).slice(3, 5)).toEqual([
      "First stone, on top: Sapphire, 2.7 mm round",
      "Second stone: Garnet, 2.7 mm round",
    ]);

    await page.goto("/guides/ring-sizes/sizer/post");
    await page.getByRole("button", { name: "Send me a sizer" }).click();
    await expect(page.getByRole("alert").first()).toBeVisible();
  });
});
