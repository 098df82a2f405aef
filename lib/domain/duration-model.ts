import { normalQuantile, normalShareBelow, Z90 } from "@/lib/domain/chance";

export type PlannedStage = { stage: string; typicalMinutes: number; badDayMinutes: number };

/** A stage's minutes are lognormal: `mu` the logarithm of the middle, `sigma` its spread. */
export type Lognormal = { mu: number; sigma: number };

/** The plan counts as much as so many finished stages. */
const PLAN_WEIGHT = 8;
/** After so many stages of a kind, one counts half. */
const HALF_LIFE = 120;
export const DECAY = 0.5 ** (1 / HALF_LIFE);
/** Half a minute: a plan of none would have no logarithm. */
export const LEAST_MINUTES = 0.5;
const CHECKS_BEFORE_ANY = 20;
const FAILED_BEFORE_ANY = 1;

/** What finished stages have taught, as plain data. Older ones weigh less: `DECAY` to the power of how many came since. */
export type Learned = {
  /** of ln(real / typical minutes), per kind of stage */
  stages: Readonly<Record<string, { weight: number; sum: number; squares: number }>>;
  checks: number;
  failed: number;
};

export const NOTHING_LEARNED: Learned = { stages: {}, checks: 0, failed: 0 };

/**
 * What the workshop's own finished stages say of its plan: how far off it is (bias) and how much days differ (spread),
 * per stage, drawn towards the plan while there are few, and towards what is recent. Also how often checking sends a
 * piece back.
 */
export class DurationModel {
  readonly #stages: Map<string, { weight: number; sum: number; squares: number }>;
  #checks: number;
  #failed: number;

  constructor({ stages, checks, failed }: Learned = NOTHING_LEARNED) {
    this.#stages = new Map(Object.entries(stages));
    this.#checks = checks;
    this.#failed = failed;
  }

  learn(planned: PlannedStage, minutes: number): void {
    const seen = this.#stages.get(planned.stage) ?? { weight: 0, sum: 0, squares: 0 };
    const off = Math.log(Math.max(minutes, LEAST_MINUTES) / Math.max(planned.typicalMinutes, LEAST_MINUTES));
    this.#stages.set(planned.stage, {
      weight: seen.weight * DECAY + 1,
      sum: seen.sum * DECAY + off,
      squares: seen.squares * DECAY + off * off,
    });
  }

  learnCheck(failed: boolean): void {
    this.#checks = this.#checks * DECAY + 1;
    this.#failed = this.#failed * DECAY + (failed ? 1 : 0);
  }

  /** The share of checks that send a piece back to polishing. */
  get reworkShare(): number {
    return (this.#failed + FAILED_BEFORE_ANY) / (this.#checks + CHECKS_BEFORE_ANY);
  }

  get learned(): Learned {
    return { stages: Object.fromEntries(this.#stages), checks: this.#checks, failed: this.#failed };
  }

  expect({ stage, typicalMinutes, badDayMinutes }: PlannedStage): Lognormal {
    const typical = Math.max(typicalMinutes, LEAST_MINUTES);
    const plan = Math.log(Math.max(badDayMinutes, typical * 1.01) / typical) / Z90;
    const { weight, sum, squares } = this.#stages.get(stage) ?? { weight: 0, sum: 0, squares: 0 };
    const bias = sum / (weight + PLAN_WEIGHT);
    const around = squares - 2 * bias * sum + bias * bias * weight;
    const variance = (Math.max(0, around) + PLAN_WEIGHT * plan * plan) / (weight + PLAN_WEIGHT);
    return { mu: Math.log(typical) + bias, sigma: Math.sqrt(variance) };
  }
}

/** Minutes at luck `u`, given that `spent` went by already; what is left of them. */
export function minutesLeft({ mu, sigma }: Lognormal, u: number, spent = 0): number {
  if (spent <= 0) return Math.exp(mu + sigma * normalQuantile(u));
  const below = normalShareBelow((Math.log(spent) - mu) / sigma);
  // Far beyond anything expected: as long again as a tenth of what it has taken.
  if (below > 0.9999) return spent * 0.1 * -Math.log(1 - u);
  const share = Math.min(below + u * (1 - below), 1 - 1e-9);
  return Math.max(0, Math.exp(mu + sigma * normalQuantile(share)) - spent);
}
