import type { FieldError } from "@/lib/domain/field-errors";
import { parseMoney } from "@/lib/domain/money-input";
import {
  type PriceRule,
  type ProductRouting,
  priceRuleSchema,
  productRoutingSchema,
} from "@/lib/domain/product";
import type { StageFacts } from "@/lib/domain/routing";

/** What a product's price rule and plan of work are judged by. */
export type MakingFacts = {
  stages: readonly StageFacts[];
  /** whether it is made in sizes: then its weight needs the size that it was taken in */
  sized: boolean;
  currency: string;
};
export type Making = { priceRule: PriceRule; routing: ProductRouting };
export type ReadMaking = { ok: true; making: Making } | { ok: false; errors: FieldError[] };

export const FINDING_ROWS = 6;
const DAY_MINUTES = 1440;
const MOST_BENCH_MINUTES = 6_000;
const MOST_DAYS = 120;

/**
 * A form's fields as rule and plan, every bad one named. Bench stages are in minutes at work, external ones in days;
 * a stage without both isn't in the plan.
 */
export function readMaking(fields: Readonly<Record<string, string>>, facts: MakingFacts): ReadMaking {
  const errors: FieldError[] = [];
  const wrong = (path: string, message: string) => errors.push({ path, code: "INVALID", message });
  for (const path of Object.keys(fields)) {
    if (!isField(path)) wrong(path, "This isn’t part of how a piece is priced or made.");
  }
  const number = (path: string, least: number, most: number, what: string) => {
    const value = readNumber(fields[path]);
    if (value === null) wrong(path, `Give ${what} as a number, such as 1.5.`);
    else if (value < least || value > most) wrong(path, `${what} must be from ${least} to ${most}.`);
    return value ?? Number.NaN;
  };
  const priceRule = {
    volumeMm3: number("volumeMm3", 0.1, 20_000, "The volume"),
    referenceMm: facts.sized ? number("referenceMm", 1, 2_000, "The size") : null,
    volumePerMm: facts.sized ? number("volumePerMm", 0, 1_000, "The volume a millimetre") : 0,
    lossBps: Math.round(number("lossPercent", 0, 50, "The loss") * 100),
    findings: readFindings(fields, facts.currency, wrong),
  };
  const routing = readRouting(fields, facts.stages, wrong);
  if (routing.length === 0 && !errors.some(({ path }) => path.startsWith("stage."))) {
    wrong("routing", "A piece needs at least one stage.");
  }
  if (errors.length > 0) return { ok: false, errors };
  const rule = priceRuleSchema.safeParse(priceRule);
  const plan = productRoutingSchema.safeParse(routing);
  if (rule.success && plan.success) return { ok: true, making: { priceRule: rule.data, routing: plan.data } };
  for (const issue of [...(rule.error?.issues ?? []), ...(plan.error?.issues ?? [])]) {
    wrong(issue.path.map(String).join("."), issue.message);
  }
  return { ok: false, errors };
}

/** The same way back: what the form shows. */
export function makingFields(
  { priceRule, routing }: Making,
  stages: readonly StageFacts[],
): Record<string, string> {
  const kinds = new Map(stages.map(({ id, kind }) => [id, kind]));
  const shown = (stage: string, minutes: number) =>
    String(kinds.get(stage) === "external" ? round(minutes / DAY_MINUTES) : minutes);
  return {
    volumeMm3: String(priceRule.volumeMm3),
    referenceMm: priceRule.referenceMm === null ? "" : String(priceRule.referenceMm),
    volumePerMm: String(priceRule.volumePerMm),
    lossPercent: String(priceRule.lossBps / 100),
    ...Object.fromEntries(
      routing.flatMap(({ stage, typicalMinutes, badDayMinutes }) => [
        [`stage.${stage}.typical`, shown(stage, typicalMinutes)],
        [`stage.${stage}.badDay`, shown(stage, badDayMinutes)],
      ]),
    ),
  };
}

/** Bench stages of a plan that nobody's skills cover: nothing could be promised, so nothing sold. */
export function stagesWithoutHands(
  routing: ProductRouting,
  stages: readonly StageFacts[],
  artisans: readonly { skills: readonly string[] }[],
): string[] {
  return routing.flatMap(({ stage }) => {
    const facts = stages.find(({ id }) => id === stage);
    if (facts?.kind !== "bench") return [];
    return artisans.some(({ skills }) => skills.includes(facts.skill ?? "")) ? [] : [facts.label];
  });
}

function isField(path: string): boolean {
  const plain = ["volumeMm3", "referenceMm", "volumePerMm", "lossPercent"].includes(path);
  return plain || path.startsWith("stage.") || /^finding\.\d\.(label|price)$/.test(path);
}

type Wrong = (path: string, message: string) => void;

function readFindings(fields: Readonly<Record<string, string>>, currency: string, wrong: Wrong) {
  return Array.from({ length: FINDING_ROWS }, (_none, index) => index).flatMap((index) => {
    const label = (fields[`finding.${index}.label`] ?? "").trim();
    const price = (fields[`finding.${index}.price`] ?? "").trim();
    if (label === "" && price === "") return [];
    const minor = parseMoney(price, currency);
    if (label === "") wrong(`finding.${index}.label`, "Say what it is, or empty its price.");
    else if (label.length > 80) wrong(`finding.${index}.label`, "80 characters at most.");
    if (minor === null) wrong(`finding.${index}.price`, "Give what it costs, such as 12.50.");
    else if (minor > 1_000_000) wrong(`finding.${index}.price`, "That is too much.");
    return [{ label, minor: minor ?? 0 }];
  });
}

function readRouting(
  fields: Readonly<Record<string, string>>,
  stages: readonly StageFacts[],
  wrong: Wrong,
): ProductRouting {
  const known = new Set(stages.flatMap(({ id }) => [`stage.${id}.typical`, `stage.${id}.badDay`]));
  for (const path of Object.keys(fields)) {
    if (path.startsWith("stage.") && !known.has(path)) wrong(path, "The workshop has no such stage.");
  }
  return stages.flatMap(({ id, kind, label }) => {
    const typed = {
      typical: (fields[`stage.${id}.typical`] ?? "").trim(),
      badDay: (fields[`stage.${id}.badDay`] ?? "").trim(),
    };
    if (typed.typical === "" && typed.badDay === "") return [];
    const [typicalMinutes, badDayMinutes] = (["typical", "badDay"] as const).map((which) =>
      readMinutes(typed[which], kind, (message) => wrong(`stage.${id}.${which}`, `${label}: ${message}`)),
    );
    if (typicalMinutes == null || badDayMinutes == null) return [];
    if (badDayMinutes < typicalMinutes) {
      wrong(`stage.${id}.badDay`, `${label}: a bad day takes at least as long as a typical one.`);
    }
    return [{ stage: id, typicalMinutes, badDayMinutes }];
  });
}

function readMinutes(
  typed: string,
  kind: StageFacts["kind"],
  wrong: (message: string) => void,
): number | null {
  const value = readNumber(typed);
  const bench = kind === "bench";
  if (value === null) wrong(bench ? "give its minutes, such as 45." : "give its days, such as 3.");
  else if (value <= 0) wrong(bench ? "a stage takes a minute at least." : "give the days that it is away.");
  else if (bench && !Number.isInteger(value)) wrong("give whole minutes.");
  else if (bench && value > MOST_BENCH_MINUTES) wrong("more than 100 hours at the bench is surely mistyped.");
  else if (!bench && value > MOST_DAYS) wrong(`more than ${MOST_DAYS} days away is surely mistyped.`);
  else return bench ? value : Math.max(1, Math.round(value * DAY_MINUTES));
  return null;
}

function readNumber(typed: string | undefined): number | null {
  const text = (typed ?? "").trim();
  return /^\d{1,7}(\.\d{1,4})?$/.test(text) ? Number(text) : null;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
