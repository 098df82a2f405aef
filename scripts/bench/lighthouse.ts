/**
 * `npm run bench:lighthouse`: Lighthouse 12's marks for the shop's main pages on the production build, with its own
 * phone profile. Fetches Lighthouse by npx: it is half a hundred packages that nothing else here needs.
 */
import { execFile } from "node:child_process";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { findOrInstallBrowser } from "../test/browser";
import { startShop } from "./servers";

const LIGHTHOUSE = "lighthouse@12.8.2";
const paths = ["/", "/shop", "/products/trio-birthstone-ring", "/guides/ring-sizes"];
const kinds = ["performance", "accessibility", "best-practices", "seo"] as const;
const flags = "--headless=new --no-sandbox --disable-gpu";

type Audit = { id: string; score: number | null; title: string; displayValue?: string };
type Report = {
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, Audit>;
};

const run = promisify(execFile);
const folder = await mkdtemp(path.join(tmpdir(), "touchmark-lighthouse-"));
const shop = await startShop();
try {
  const reports: [string, Report][] = [];
  for (const page of paths) reports.push([page, await judge(shop.origin + page)]);
  console.table(
    reports.map(([page, report]) => ({
      page,
      ...Object.fromEntries(kinds.map((kind) => [kind, markOf(report, kind)])),
    })),
  );
  for (const [page, report] of reports) {
    for (const { id, title, displayValue = "" } of weakSpots(report))
      console.log(`${page}  ${id}: ${title} ${displayValue}`);
  }
} finally {
  await shop.stop();
}

async function judge(url: string): Promise<Report> {
  const file = path.join(folder, `${new URL(url).pathname.replaceAll("/", "_")}.json`);
  await run(
    "npx",
    [
      "--yes",
      LIGHTHOUSE,
      url,
      "--quiet",
      "--output=json",
      `--output-path=${file}`,
      `--chrome-flags=${flags}`,
    ],
    { env: { ...process.env, CHROME_PATH: findOrInstallBrowser() } },
  );
  return JSON.parse(await readFile(file, "utf8"));
}

function markOf(report: Report, kind: string): number {
  return Math.round((report.categories[kind]?.score ?? 0) * 100);
}

/** What costs marks, in any category. */
function weakSpots({ categories, audits }: Report): Audit[] {
  const counted = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id),
  );
  return [...new Set(counted)].flatMap((id) => {
    const audit = audits[id];
    return audit && audit.score !== null && audit.score < 0.9 ? [audit] : [];
  });
}
