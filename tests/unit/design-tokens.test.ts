import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync("app/globals.css", "utf8");
const light = readColours(between("@theme {", "\n}"));
const dark = { ...light, ...readColours(between("@media (prefers-color-scheme: dark) {", "\n}")) };

const grounds = ["paper", "paper-raised", "paper-sunk"];
const words = ["ink", "ink-soft", "ink-faint", "accent", "positive", "warning", "danger"];
const tinted = ["accent", "positive", "warning", "danger"];

describe.each([
  ["light", light],
  ["dark", dark],
])("the colours, %s", (_name, colours) => {
  it("let every word be read on every ground (WCAG AA, 4.5 to 1)", () => {
    const weak = words.flatMap((word) =>
      grounds
        .filter((ground) => contrast(colours, word, ground) < 4.5)
        .map((ground) => `${word} on ${ground}`),
    );
    expect(weak).toEqual([]);
  });

  it("let notices and badges be read, in their own colour and in ink", () => {
    const weak = tinted.filter(
      (tone) => contrast(colours, tone, `${tone}-tint`) < 4.5 || contrast(colours, "ink", `${tone}-tint`) < 7,
    );
    expect(weak).toEqual([]);
  });

  it("let a solid button be read, also while the pointer is on it", () => {
    expect(contrast(colours, "on-ink", "ink")).toBeGreaterThan(7);
    expect(contrast(colours, "on-ink", "ink-soft")).toBeGreaterThan(4.5);
  });

  it("bound what can be touched at 3 to 1", () => {
    const weak = ["line-strong", "accent"].flatMap((line) =>
      grounds.filter((ground) => contrast(colours, line, ground) < 3).map((ground) => `${line} on ${ground}`),
    );
    expect(weak).toEqual([]);
  });
});

describe("components", () => {
  it("use no colour but the tokens", () => {
    const raw = ["components", "app"]
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
      )
      .filter(
        (file) => file.endsWith(".tsx") && file !== "app/layout.tsx" && !file.startsWith("components/email/"),
      )
      .filter((file) => /#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(|oklch\(/i.test(readFileSync(file, "utf8")));
    expect(raw).toEqual([]);
  });
});

function contrast(colours: Record<string, string>, one: string, other: string): number {
  const [low, high] = [luminance(colours[one]), luminance(colours[other])].sort((a, b) => a - b);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

/** WCAG 2.2, relative luminance of an sRGB colour. */
function luminance(hex: string | undefined): number {
  if (!hex) throw new Error("A token is missing");
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function readColours(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--color-([a-z-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1], match[2]]),
  );
}

function between(start: string, end: string): string {
  const from = css.indexOf(start);
  return css.slice(from, css.indexOf(end, from));
}
