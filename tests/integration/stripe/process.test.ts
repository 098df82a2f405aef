import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createStripeGateway } from "@/lib/adapters/stripe/stripe-gateway";
import { checkoutInput, control, secretKey, until, webhookSecret } from "./simulated-shop";

let folder: string;
let port: number;
const running: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "stripe-process-"));
  port = await freePort();
});
afterAll(async () => {
  for (const child of running) child.kill("SIGKILL");
  await rm(folder, { recursive: true });
});

describe("the simulator as a process", () => {
  it("keeps every answered change and every waiting webhook through kill -9 and a torn last line", async () => {
    const gateway = createStripeGateway({ secretKey, webhookSecret, apiBase: new URL(url()) });
    const first = await start();
    const input = checkoutInput();
    const paid = await gateway.createCheckout(input);
    const open = await gateway.createCheckout(checkoutInput());
    await control(url(), `sessions/${paid.sessionId}/pay`, {});
    first.child.kill("SIGKILL");
    await once(first.child, "exit");
    await appendFile(path.join(folder, "journal.jsonl"), '[{"put":["sessions",{"id":"cs_test_half');

    const second = await start();
    expect(await gateway.getCheckout(paid.sessionId)).toMatchObject({
      status: "complete",
      paymentStatus: "paid",
    });
    expect(await gateway.getCheckout(open.sessionId)).toMatchObject({ status: "open" });
    expect((await gateway.createCheckout(input)).sessionId).toBe(paid.sessionId);
    const state = await control<{ deliveries: { pending: number } }>(url(), "state");
    expect(state.deliveries.pending).toBe(5);

    second.child.kill("SIGTERM");
    expect(await once(second.child, "exit")).toEqual([0, null]);
  });

  it("says in one line that its port is taken, and exits 1", async () => {
    const { child } = await start();
    const late = run();
    const [code] = await once(late.child, "exit");
    expect(code).toBe(1);
    expect(late.output()).toBe(
      `Stripe simulator: Port ${port} is taken. Set STRIPE_SIMULATOR_PORT to another.\n`,
    );
    child.kill("SIGTERM");
    await once(child, "exit");
  });

  it("says in one line what is wrong with its environment", async () => {
    const wrong = run({ STRIPE_SIMULATOR_BEHAVIOUR: '{"webhookCopies":9}' });
    expect((await once(wrong.child, "exit"))[0]).toBe(1);
    expect(wrong.output()).toMatch(/^Stripe simulator: STRIPE_SIMULATOR_BEHAVIOUR: webhookCopies: .*\n$/);
  });
});

async function start() {
  const started = run();
  await until(
    () =>
      fetch(`${url()}/_simulator/health`).then(
        (response) => response.ok,
        () => false,
      ),
    "the simulator",
    15_000,
  );
  return started;
}

function run(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/stripe-simulator/main.ts"], {
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      STRIPE_SIMULATOR_PORT: String(port),
      STRIPE_SIMULATOR_DATA: folder,
      // Nobody listens there: webhooks wait.
      STRIPE_WEBHOOK_URL: "http://127.0.0.1:9/webhook",
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      ...environment,
    },
  });
  running.push(child);
  let output = "";
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  return { child, output: () => output };
}

function url(): string {
  return `http://127.0.0.1:${port}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}
