/**
 * `npm run promise:backtest -- WORLD.json --out RESULT.json`: lives through a workshop's year order by order, quotes
 * each from its past alone, and says how the quotes turned out.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { liveThrough } from "./live-through";
import { NeverMade } from "./replay";
import { summarize } from "./summary";
import { type World, worldSchema } from "./world";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { out: { type: "string" } } });
const world = readWorld(positionals[0]);
const took: number[] = [];
const orders = lived(world);
took.sort((a, b) => a - b);
const quoteMs = { p50: at(took, 0.5), p99: at(took, 0.99) };
const summary = { ...summarize(orders), quoteMs };
const iso = (ms: number) => new Date(ms).toISOString();
const result = {
  orders: orders.map(({ id, p50, p90, finishedMs }) => ({
    ...{ id, p50: iso(p50), p90: iso(p90), finishedAt: iso(finishedMs) },
  })),
  summary,
};
if (values.out) writeFileSync(values.out, JSON.stringify(result, null, 1));
console.log(world.name, summary);

function lived(toLive: World) {
  try {
    return liveThrough(toLive, {
      took: (ms) => {
        took.push(ms);
        if (took.length % 100 === 0) console.error(`  ${took.length} of ${toLive.orders.length} orders`);
      },
    });
  } catch (error) {
    if (error instanceof NeverMade) return fail(error.message);
    throw error;
  }
}

function readWorld(file: string | undefined): World {
  if (!file) fail("promise:backtest -- WORLD.json --out RESULT.json");
  let text: unknown;
  try {
    text = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    fail(`${file} can't be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = worldSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  return fail(
    [
      `${file} is not a world:`,
      ...parsed.error.issues.slice(0, 10).map(({ path, message }) => `  ${path.join(".")}: ${message}`),
    ].join("\n"),
  );
}

function fail(words: string): never {
  console.error(words);
  process.exit(1);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
