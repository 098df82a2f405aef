import { expect, OWNER, signIn, test } from "./shop-test";

test("the owner draws where letters stand, by mouse and by keyboard, sees them at once, and so does the shop", async ({
  page,
}) => {
  test.setTimeout(90_000);
  await signIn(page, OWNER, "/studio/products/posy-ring");
  await page.getByRole("link", { name: "Pictures" }).click();
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Draw into it \(1, / })
    .click();
  const outside = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Outside the band" }) });
  await outside.getByRole("button", { name: "Show its handles" }).click();
  const start = page.getByRole("button", { name: /^Outside the band, start of the line/ });
  await expect(page.locator("[data-drawn] svg path").first()).toBeAttached();
  const before = await start.getAttribute("aria-label");
  await start.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(start).not.toHaveAttribute("aria-label", before ?? "");
  const moved = await start.getAttribute("aria-label");
  const box = await start.boundingBox();
  if (!box) throw new Error("No handle to drag");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 20, { steps: 4 });
  await page.mouse.up();
  await expect(start).not.toHaveAttribute("aria-label", moved ?? "");

  await outside.getByText("The line, in per cent").click();
  await outside.getByRole("textbox", { name: "Start, across", exact: true }).fill("101");
  await expect(outside.getByText("Give a number from 0 to 100.").first()).toBeVisible();
  await outside.getByRole("textbox", { name: "Start, across", exact: true }).fill("30");
  await outside.getByLabel("Letters stand on").selectOption("straight");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. The shop shows it within a moment.")).toBeVisible();
  await page.reload();
  await expect(outside.getByLabel("Letters stand on")).toHaveValue("straight");
});
