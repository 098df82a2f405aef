/**
 * `npm run bench:orders`: 500 orders by 8 parallel buyers without JavaScript, every webhook sent twice and
 * shuffled, the web server killed twice. Then the books are read: each paid session has exactly one order, one
 * job a piece, one mail; each total equals the quote. Exits 1 where they don't balance.
 */
import { Client } from "pg";
import { killNow } from "../../tests/support/shop-process";
import { tellSimulator } from "../../tests/support/tell-simulator";
import { DataFolder } from "../start/data-folder";
import { processesMarked } from "../start/processes";
import { type Bought, buyOnePiece } from "./buyer";
import { startShop, waitFor } from "./servers";

const orders = Number(process.env.BENCH_ORDERS ?? 500);
const buyers = 8;
const killAt = [Math.floor(orders / 3), Math.floor((orders * 2) / 3)];

// Each buyer names an address of its own, as a proxy would: else the limits would count them as one.
const shop = await startShop({ LOG_LEVEL: "warn", TRUSTED_PROXIES: "1" });
const client = new Client({ connectionString: new DataFolder(shop.dataDir).databaseUrl() });
await client.connect();
try {
  await tellSimulator(shop.dataDir, "behaviour", { webhookCopies: 2, webhookShuffleMs: 1_500 });
  const slugs = await readSlugs();
  const started = performance.now();
  const bought = await buyAll(slugs);
  const seconds = (performance.now() - started) / 1000;
  await settle();
  console.log(
    `${bought.length} orders in ${seconds.toFixed(0)} s (${(bought.length / seconds).toFixed(1)} a second)`,
  );
  const books = await readBooks(bought);
  console.table(books);
  process.exitCode = books.every(({ found, expected }) => found === expected) ? 0 : 1;
} finally {
  await client.end();
  await shop.stop();
}

async function buyAll(slugs: string[]): Promise<Bought[]> {
  const bought: Bought[] = [];
  let next = 0;
  const buy = async () => {
    while (next < orders) {
      const index = next++;
      bought.push(await buyOnePiece(shop.origin, slugs[index % slugs.length] ?? "", index));
      if (killAt.includes(bought.length)) killWebServer();
      if (bought.length % 50 === 0) console.log(`  ${bought.length} of ${orders}`);
    }
  };
  await Promise.all(Array.from({ length: buyers }, buy));
  return bought;
}

/** kill -9 on every process of this shop's web server; the start brings it back. */
function killWebServer(): void {
  const ours = processesMarked("DATA_DIR", shop.dataDir);
  for (const pid of processesMarked("TOUCHMARK_PROCESS", "web")) if (ours.includes(pid)) killNow(pid);
  console.log("  the web server was killed");
}

/** Waits until every webhook is delivered and every job of the queue is done. */
async function settle(): Promise<void> {
  await waitFor(`${shop.origin}/api/health`, 60_000);
  await tellSimulator(shop.dataDir, "flush", {});
  for (let quiet = 0; quiet < 3; ) {
    const { rows } = await client.query(
      `SELECT (SELECT count(*) FROM mail WHERE status = 'QUEUED') + (SELECT count(*) FROM "order" WHERE status = 'AWAITING_PAYMENT'
         AND "placedAt" > now() - interval '1 hour' AND email LIKE 'buyer-%' AND EXISTS (SELECT FROM checkout c WHERE c."orderId" = "order".id AND c."paidAt" IS NOT NULL)) AS open`,
    );
    quiet = Number(rows[0]?.open) === 0 ? quiet + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

async function readBooks(bought: Bought[]) {
  const ours = `o.email LIKE 'buyer-%@example.com'`;
  const count = async (title: string, sql: string, expected: number) => {
    const { rows } = await client.query<{ n: string }>(sql);
    return { check: title, found: Number(rows[0]?.n), expected };
  };
  const pieces = bought.reduce((sum, { pieces: some }) => sum + some, 0);
  const subtotals = await client.query<{ token: string; subtotalMinor: number }>(
    `SELECT token, "subtotalMinor" FROM "order" o WHERE ${ours}`,
  );
  const subtotalOf = new Map(subtotals.rows.map((row) => [row.token, row.subtotalMinor]));
  const otherTotal = bought.filter(
    ({ orderToken, quotedMinor }) => subtotalOf.get(orderToken) !== quotedMinor,
  ).length;
  return [
    { check: "buyers who were led to their order", found: bought.length, expected: orders },
    await count("paid orders", `SELECT count(*) n FROM "order" o WHERE ${ours} AND status = 'PAID'`, orders),
    await count(
      "paid sessions with an order",
      `SELECT count(DISTINCT c."orderId") n FROM checkout c JOIN "order" o ON o.id = c."orderId" WHERE ${ours} AND c."paidAt" IS NOT NULL AND NOT c.surplus`,
      orders,
    ),
    await count(
      "surplus payments",
      `SELECT count(*) n FROM checkout c JOIN "order" o ON o.id = c."orderId" WHERE ${ours} AND c.surplus`,
      0,
    ),
    await count(
      "jobs",
      `SELECT count(*) n FROM job j JOIN order_line l ON l.id = j."orderLineId" JOIN "order" o ON o.id = l."orderId" WHERE ${ours}`,
      pieces,
    ),
    await count(
      "confirmation mails sent",
      `SELECT count(*) n FROM mail m JOIN "order" o ON o.id = m."orderId" WHERE ${ours} AND m.template = 'order-confirmed' AND m.status = 'SENT'`,
      orders,
    ),
    await count(
      "orders whose payment differs from their total",
      `SELECT count(*) n FROM checkout c JOIN "order" o ON o.id = c."orderId" WHERE ${ours} AND c."paidAt" IS NOT NULL AND c."amountMinor" <> o."totalMinor"`,
      0,
    ),
    { check: "orders whose price differs from the quote", found: otherTotal, expected: 0 },
  ];
}

async function readSlugs(): Promise<string[]> {
  const answer = (await (await fetch(`${shop.origin}/api/v1/products`)).json()) as {
    products: { slug: string }[];
  };
  return answer.products.map(({ slug }) => slug);
}
