import { type Browser, chromium, type Page } from "@playwright/test";
import { findOrInstallBrowser } from "../test/browser";

/** What a page is to a phone of the middle class on a slow line: 4 × slower processor, 1.6 Mbit/s, 150 ms. */
export type PhoneLoad = {
  /** ms until the largest thing on the first screen is painted */
  lcp: number;
  /** ms of tasks beyond their first 50 ms, from the first paint on */
  tbt: number;
  /** as sent, by what the browser took them for: Document, Stylesheet, Script, Font, Image, Fetch, … */
  bytes: Record<string, number>;
  requests: number;
  /** cumulative layout shift */
  shift: number;
  /** what the largest paint was: the tag, its file if it has one, and whether the page asked for it before others */
  largest: { tag: string; file: string; first: boolean };
};

export function allBytes({ bytes }: PhoneLoad): number {
  return Object.values(bytes).reduce((sum, each) => sum + each, 0);
}

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
  const sent = await slowDown(page);
  await page.addInitScript(() => {
    const largest = { tag: "", file: "", first: false };
    const seen = { lcp: 0, largest, shift: 0, tasks: [] as [number, number][] };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { element, url: file } = entry as PerformanceEntry & { element?: Element; url: string };
        seen.lcp = entry.startTime;
        seen.largest = {
          tag: element?.tagName.toLowerCase() ?? "",
          file: file.split("/").at(-1) ?? "",
          first: element?.getAttribute("fetchpriority") === "high",
        };
      }
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) seen.tasks.push([startTime, duration]);
    }).observe({ type: "longtask", buffered: true });
  });
  await page.goto(url, { waitUntil: "networkidle", timeout: 60_000 });
  const seen = await page.evaluate(() => {
    const { lcp, largest, shift, tasks } = Reflect.get(window, "seen") as {
      lcp: number;
      largest: { tag: string; file: string; first: boolean };
      shift: number;
      tasks: [number, number][];
    };
    const painted = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
    const blocked = tasks
      .filter(([start]) => start >= painted)
      .reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0);
    return { lcp, largest, shift, tbt: blocked };
  });
  await context.close();
  return { ...seen, ...sent };
}

async function slowDown(page: Page): Promise<{ bytes: Record<string, number>; requests: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BITS_PER_SECOND / 8,
    uploadThroughput: BITS_PER_SECOND / 8,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  const sent = { bytes: {} as Record<string, number>, requests: 0 };
  const kinds = new Map<string, string>();
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "Other";
    sent.bytes[kind] = (sent.bytes[kind] ?? 0) + encodedDataLength;
    sent.requests += 1;
  });
  return sent;
}
