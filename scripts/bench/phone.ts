import { type Browser, chromium, type Page } from "@playwright/test";
import { findOrInstallBrowser } from "../test/browser";

/** What a page is to a phone of the middle class on a slow line: 4 × slower processor, 1.6 Mbit/s, 150 ms. */
export type PhoneLoad = {
  /** ms until the largest thing on the first screen is painted */
  lcp: number;
  /** ms of tasks beyond their first 50 ms, from the first paint on */
  tbt: number;
  totalBytes: number;
  scriptBytes: number;
  /** what the largest paint was: the tag, and its file if it has one */
  largest: string;
};

const BITS_PER_SECOND = 1_600_000;
const LATENCY_MS = 150;
const SLOWDOWN = 4;

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findOrInstallBrowser(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
}

/** One first visit with an empty cache. */
export async function loadOnPhone(browser: Browser, url: string): Promise<PhoneLoad> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const bytes = await slowDown(page);
  await page.addInitScript(() => {
    const seen = { lcp: 0, largest: "", tasks: [] as [number, number][] };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { element, url: file } = entry as PerformanceEntry & { element?: Element; url: string };
        seen.lcp = entry.startTime;
        seen.largest = `${element?.tagName.toLowerCase() ?? "?"} ${file.split("/").at(-1) ?? ""}`;
      }
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) seen.tasks.push([startTime, duration]);
    }).observe({ type: "longtask", buffered: true });
  });
  await page.goto(url, { waitUntil: "networkidle", timeout: 60_000 });
  const seen = await page.evaluate(() => {
    const { lcp, largest, tasks } = Reflect.get(window, "seen") as {
      lcp: number;
      largest: string;
      tasks: [number, number][];
    };
    const painted = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
    const blocked = tasks
      .filter(([start]) => start >= painted)
      .reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0);
    return { lcp, largest, tbt: blocked };
  });
  await context.close();
  return { ...seen, ...bytes };
}

async function slowDown(page: Page): Promise<{ totalBytes: number; scriptBytes: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BITS_PER_SECOND / 8,
    uploadThroughput: BITS_PER_SECOND / 8,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  const bytes = { totalBytes: 0, scriptBytes: 0 };
  const kinds = new Map<string, string>();
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes.totalBytes += encodedDataLength;
    if (kinds.get(requestId) === "Script") bytes.scriptBytes += encodedDataLength;
  });
  return bytes;
}
