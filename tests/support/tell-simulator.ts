import { readFileSync } from "node:fs";
import path from "node:path";

/** A control of the Stripe simulator that runs for this data folder: behaviour, flush, sessions/ID/pay …. */
export async function tellSimulator(
  dataFolder: string,
  command: string,
  body: object,
): Promise<Record<string, unknown>> {
  const ports = JSON.parse(readFileSync(path.join(dataFolder, "ports.json"), "utf8")) as {
    simulator: number;
  };
  const response = await fetch(`http://127.0.0.1:${ports.simulator}/_simulator/${command}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The simulator refused: ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}
