import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { findFreePort } from "../../scripts/start/ports";
import { FormBuyer } from "../support/form-buyer";
import { ShopFaults } from "../support/shop-faults";
import { killNow, ShopProcess } from "../support/shop-process";

const folder = mkdtempSync(path.join(tmpdir(), "touchmark-faults-"));
const band = { metal: "sterling-silver", "size.system": "uk", "size.value": "N" };
const boughtOnce = { paid: 1, jobs: 1, sent: 1, unsent: 0 };
const soon = { timeout: 60_000, interval: 200 };
let origin: string;
let shop: ShopProcess;
let faults: ShopFaults;

beforeAll(async () => {
  const port = await findFreePort(undefined, []);
  origin = `http://localhost:${port}`;
  shop = await new ShopProcess({ DATA_DIR: path.join(folder, "data"), PORT: String(port) }).start();
  expect(shop.output).toContain("Touchmark is running.");
  faults = new ShopFaults(shop);
});

afterEach(() => faults.tellSimulator("behaviour", { reset: true }));

afterAll(async () => {
  await shop.interrupt();
  rmSync(folder, { recursive: true, force: true });
});

describe("the worker, killed between a payment's commit and its mail,", () => {
  it("sends it once it is back, once", async () => {
    const buyer = await fillBag("mail@example.com");
    const killed = shop.servicePids("worker");
    for (const pid of killed) process.kill(pid, "SIGSTOP");
    const order = await buyer.pay(await buyer.goToPayment());
    expect(order.url.pathname).toMatch(/^\/orders\//);
    expect(await faults.books("mail@example.com")).toEqual({ paid: 1, jobs: 1, sent: 0, unsent: 1 });
    for (const pid of killed) killNow(pid);

    await faults.untilBack("worker", killed);
    await expect.poll(() => faults.books("mail@example.com"), soon).toEqual(boughtOnce);
    expect(faults.mailsTo("mail@example.com")).toHaveLength(1);
  });
});

describe("the web server, killed", () => {
  it("while it opens the payment page: the buyer goes on from the bag, and there is one order", async () => {
    const buyer = await fillBag("pressed-pay@example.com");
    await faults.tellSimulator("behaviour", { apiDelayMs: 60_000 });
    const pressed = buyer.goToPayment().catch((error: unknown) => error);
    await expect.poll(() => ordersOf("pressed-pay@example.com"), soon).toBe(1);
    const killed = shop.servicePids("web");
    for (const pid of killed) killNow(pid);
    expect(await pressed).toBeInstanceOf(TypeError);
    await faults.tellSimulator("behaviour", { reset: true });

    await faults.untilBack("web", killed);
    await buyer.pay(await buyer.goToPayment());
    await expect.poll(() => faults.books("pressed-pay@example.com"), soon).toEqual(boughtOnce);
  });

  it("while the buyer pays: the way back is tried again, and the order is there, once", async () => {
    await faults.tellSimulator("behaviour", { webhookNever: true });
    const buyer = await fillBag("coming-back@example.com");
    const paymentPage = await buyer.goToPayment();
    const sessionId = paymentPage.url.pathname.split("/").at(-1) ?? "";
    const killed = shop.servicePids("web");
    for (const pid of killed) killNow(pid);
    expect(await buyer.pay(paymentPage).catch((error: unknown) => error)).toBeInstanceOf(TypeError);

    await faults.untilBack("web", killed);
    const back = await buyer.browser.open(`/checkout/return?session_id=${sessionId}`);
    expect([back.status, back.url.pathname]).toEqual([200, expect.stringMatching(/^\/orders\//)]);
    await faults.tellSimulator("flush", { withheld: true });
    await expect.poll(() => faults.books("coming-back@example.com"), soon).toEqual(boughtOnce);
  });
});

describe("a payment of which nobody tells the shop", () => {
  it("is found by the reconciler: no webhook, no buyer who comes back, the web server dead meanwhile", async () => {
    await faults.tellSimulator("behaviour", { webhookNever: true });
    const buyer = await fillBag("vanished@example.com");
    const sessionId = (await buyer.goToPayment()).url.pathname.split("/").at(-1) ?? "";
    await faults.tellSimulator(`sessions/${sessionId}/pay`);
    expect(await faults.books("vanished@example.com")).toEqual({ paid: 0, jobs: 0, sent: 0, unsent: 0 });
    await faults.query(`SELECT graphile_worker.add_job('payments.reconcile', '{}'::json)`);
    await expect.poll(() => faults.books("vanished@example.com"), soon).toEqual(boughtOnce);
  });

  it("counts once when all tell it at the same moment, twice each and shuffled", async () => {
    await faults.tellSimulator("behaviour", { webhookCopies: 3, webhookShuffleMs: 200 });
    const buyer = await fillBag("told-often@example.com");
    const paymentPage = await buyer.goToPayment();
    await Promise.all([
      buyer.pay(paymentPage),
      faults.query(`SELECT graphile_worker.add_job('payments.reconcile', '{}'::json)`),
    ]);
    await faults.tellSimulator("flush");
    await expect.poll(() => faults.books("told-often@example.com"), soon).toEqual(boughtOnce);
    expect(faults.mailsTo("told-often@example.com")).toHaveLength(1);
  });
});

async function fillBag(email: string): Promise<FormBuyer> {
  const buyer = new FormBuyer(origin, { name: "Ada Finch", email });
  const answer = await buyer.fillBag("hammered-band", band);
  expect(answer.status).toBe(200);
  return buyer;
}

async function ordersOf(email: string): Promise<number> {
  return (await faults.query(`SELECT 1 FROM "order" WHERE email = $1`, [email])).length;
}
