import path from "node:path";
import { z } from "zod";
import { changeBehaviour, quietBehaviour } from "./behaviour";
import { type SimulatorOptions, startSimulator } from "./simulator";

const environmentSchema = z.object({
  STRIPE_SIMULATOR_PORT: z.coerce.number().int().min(1).max(65_535).default(12111),
  STRIPE_SIMULATOR_HOST: z.string().default("127.0.0.1"),
  STRIPE_SIMULATOR_DATA: z.string().default(path.join(".data", "stripe-simulator")),
  STRIPE_SIMULATOR_PUBLIC_URL: z.url().optional(),
  /** JSON with the fields of `behaviour.ts`. */
  STRIPE_SIMULATOR_BEHAVIOUR: z.string().default("{}"),
  STRIPE_WEBHOOK_URL: z.url().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
});

const simulator = await startSimulator(optionsFrom(process.env)).catch((error: NodeJS.ErrnoException) => {
  const busy = error.code === "EADDRINUSE";
  const port = process.env.STRIPE_SIMULATOR_PORT ?? "12111";
  return exitWith(busy ? `Port ${port} is taken. Set STRIPE_SIMULATOR_PORT to another.` : error.message);
});

console.log(`Stripe simulator: ${simulator.url}`);

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    simulator.close().then(
      () => process.exit(0),
      (error: Error) => exitWith(error.message),
    );
  });
}

function optionsFrom(environment: NodeJS.ProcessEnv): SimulatorOptions {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    return exitWith(
      parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "),
    );
  }
  const given = parsed.data;
  if (given.STRIPE_WEBHOOK_URL && !given.STRIPE_WEBHOOK_SECRET) {
    return exitWith("STRIPE_WEBHOOK_SECRET is missing, without which webhooks can't be signed.");
  }
  const behaviour = changeBehaviour(quietBehaviour, parseJson(given.STRIPE_SIMULATOR_BEHAVIOUR));
  if (!behaviour.ok) return exitWith(`STRIPE_SIMULATOR_BEHAVIOUR: ${behaviour.problems.join("; ")}`);
  return {
    port: given.STRIPE_SIMULATOR_PORT,
    host: given.STRIPE_SIMULATOR_HOST,
    dataFolder: given.STRIPE_SIMULATOR_DATA,
    ...(given.STRIPE_SIMULATOR_PUBLIC_URL && { publicUrl: given.STRIPE_SIMULATOR_PUBLIC_URL }),
    webhook: given.STRIPE_WEBHOOK_URL
      ? { url: given.STRIPE_WEBHOOK_URL, secret: given.STRIPE_WEBHOOK_SECRET ?? "" }
      : null,
    behaviour: behaviour.behaviour,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return exitWith("STRIPE_SIMULATOR_BEHAVIOUR is not JSON.");
  }
}

function exitWith(message: string): never {
  console.error(`Stripe simulator: ${message}`);
  process.exit(1);
}
