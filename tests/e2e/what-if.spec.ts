import AxeBuilder from "@axe-core/playwright";
import { expect, OWNER, signIn, test } from "./shop-test";

const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

test("the owner sees what time off would break before it is entered, enters it, and adopts what a plan truly takes", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, OWNER, "/studio");
  await page.getByRole("link", { name: "What if…" }).filter({ visible: true }).click();
  await page.waitForURL("**/studio/what-if");
  await page.getByText("Somebody takes time off").click();
  const form = page.locator("form").filter({ has: page.locator('input[value="time-off"]'), visible: true });
  const artisan = await form.locator("select option").nth(1).textContent();
  await form.locator("select").selectOption({ index: 1 });
  await form.locator('[name="from"]').fill(day(3));
  await form.locator('[name="to"]').fill(day(1));
  await form.getByRole("button", { name: "Try it" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("The last day is before the first.");

  // Long enough for something to move, far enough away for no other test to mind.
  await form.locator('[name="from"]').fill(day(2));
  await form.locator('[name="to"]').fill(day(12));
  await form.getByRole("button", { name: "Try it" }).click();
  await expect(page.getByRole("heading", { name: `${artisan} is away from` })).toBeVisible();
  await expect(page.getByText("New orders")).toBeVisible();
  await expect(page.getByRole("table").filter({ visible: true })).toContainText("days later");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("link", { name: "Leave it" }).click();
  await page.waitForURL("**/studio/what-if");

  // A day of the far future: other tests' dates don't hang on it.
  const far = day(200 + Math.floor(Math.random() * 150));
  await page.goto(
    `/studio/what-if?${new URLSearchParams({ try: "helper", skill: "setting", start: "09:00", end: "09:01" })}`,
  );
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Please tick at least one day.");
  await page.getByText("Somebody takes time off").click();
  const again = page.locator("form").filter({ has: page.locator('input[value="time-off"]'), visible: true });
  await again.locator("select").selectOption({ index: 1 });
  await again.locator('[name="from"]').fill(far);
  await again.locator('[name="to"]').fill(far);
  await again.getByRole("button", { name: "Try it" }).click();
  await page.getByRole("button", { name: "Enter the time off" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Entered." })).toBeVisible();
  await page.goto(page.url().replace(/\?.*/, ""));
  await page.goto("/studio/settings/bench");
  await expect(page.getByRole("main")).toContainText("Away");

  await page.goto("/studio/promises");
  const adopt = page.getByRole("button", { name: /^Adopt / }).first();
  const words = (await adopt.textContent()) ?? "";
  await expect(
    page.getByText(/Adopting it changes the minutes of .* in \d+ designs?\./).first(),
  ).toBeVisible();
  await adopt.click();
  await expect(page.getByRole("status").filter({ hasText: "Adopted." })).toBeVisible();
  await expect(page.getByRole("button", { name: words, exact: true })).toHaveCount(0);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a what-if is a plain form, and its answer a page", async ({ page }) => {
    await signIn(page, OWNER, "/studio/what-if");
    await page.goto(
      `/studio/what-if?${new URLSearchParams({ try: "down", skill: "polishing", from: day(1), to: day(4) })}`,
    );
    await expect(page.getByRole("heading", { name: "No polishing from" })).toBeVisible();
    await expect(page.getByText("New orders")).toBeVisible();
    const form = page.locator("form").filter({ has: page.locator('input[value="down"]') });
    await form.locator('[name="to"]').fill(day(0));
    await form.getByRole("button", { name: "Try it" }).click();
    await expect(page.getByRole("main")).toContainText("The last day is before the first.");
  });
});
