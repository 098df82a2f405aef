/**
 * `npm run bench:pages`: what our pages cost beside a bare static Next page in the same run: requests per
 * second at 16 connections (median of three alternating rounds), our own JavaScript (gzip, as sent), layout shift;
 * and on a throttled phone (median of three first visits) the largest paint and the time that tasks block.
 */
import autocannon from "autocannon";
import { allBytes, loadOnPhone, openBrowser, type PhoneLoad } from "./phone";
import { startBare, startShop } from "./servers";

const paths = ["/", "/shop", "/shop?kind=ring", "/products/trio-birthstone-ring", "/guides/ring-sizes"];
const rounds = 3;
const seconds = 6;

const bare = await startBare();
const shop = await startShop();
try {
  const targets = [bare.origin, ...paths.map((path) => shop.origin + path)];
  const rates = await measureRates(targets);
  const weights = await measureInBrowser(targets);
  const phone = await measureOnPhone(targets);
  const bareRate = rates[0] ?? 0;
  const bareScript = weights[0]?.scriptBytes ?? 0;
  console.table(
    targets.map((target, index) => ({
      page: index === 0 ? "(bare)" : new URL(target).pathname + new URL(target).search,
      "requests/s": Math.round(rates[index] ?? 0),
      "of bare": ((rates[index] ?? 0) / bareRate).toFixed(2),
      "our JS kB": (((weights[index]?.scriptBytes ?? 0) - bareScript) / 1000).toFixed(1),
      "all kB": ((weights[index]?.totalBytes ?? 0) / 1000).toFixed(0),
      CLS: weights[index]?.layoutShift.toFixed(4),
    })),
  );
  console.table(
    targets.map((target, index) => ({
      page: index === 0 ? "(bare)" : new URL(target).pathname + new URL(target).search,
      "LCP ms": phone[index]?.lcp,
      "over bare": (phone[index]?.lcp ?? 0) - (phone[0]?.lcp ?? 0),
      "TBT ms": phone[index]?.tbt,
      "TBT over bare": (phone[index]?.tbt ?? 0) - (phone[0]?.tbt ?? 0),
      "all kB": phone[index]?.kB,
      "largest paint": phone[index]?.largest,
    })),
  );
} finally {
  await Promise.all([bare.stop(), shop.stop()]);
}

async function measureOnPhone(targets: string[]) {
  const browser = await openBrowser();
  const loads = targets.map((): PhoneLoad[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [index, url] of targets.entries()) loads[index]?.push(await loadOnPhone(browser, url));
  await browser.close();
  return loads.map((all) => ({
    lcp: Math.round(median(all.map(({ lcp }) => lcp))),
    tbt: Math.round(median(all.map(({ tbt }) => tbt))),
    kB: Math.round(median(all.map(allBytes)) / 1000),
    largest: `${all[0]?.largest.tag} ${all[0]?.largest.file}`,
  }));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function measureRates(targets: string[]): Promise<number[]> {
  const samples = targets.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, url] of targets.entries()) {
      await autocannon({ url, connections: 16, duration: 2 });
      const result = await autocannon({ url, connections: 16, duration: seconds });
      if (result.non2xx > 0 || result.errors > 0)
        throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} errors`);
      samples[index]?.push(result.requests.average);
    }
  }
  return samples.map(median);
}

type Weight = { scriptBytes: number; totalBytes: number; layoutShift: number };

async function measureInBrowser(targets: string[]): Promise<Weight[]> {
  const browser = await openBrowser();
  const weights: Weight[] = [];
  for (const target of targets) {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    const kinds = new Map<string, string>();
    const weight: Weight = { scriptBytes: 0, totalBytes: 0, layoutShift: 0 };
    session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      weight.totalBytes += encodedDataLength;
      if (kinds.get(requestId) === "Script") weight.scriptBytes += encodedDataLength;
    });
    await page.goto(target, { waitUntil: "networkidle" });
    // Prefetched routes come with the first scroll; they are the framework's, and not this page's.
    weight.layoutShift = await page.evaluate(async () => {
      let total = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
          if (!shift.hadRecentInput) total += shift.value;
        }
      }).observe({ type: "layout-shift", buffered: true });
      for (let y = 0; y < document.body.scrollHeight; y += 400) {
        scrollTo(0, y);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return total;
    });
    weights.push(weight);
    await page.close();
  }
  await browser.close();
  return weights;
}
