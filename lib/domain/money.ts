/** An amount in the smallest unit of its currency: pence, cents, yen. Always a whole number. */
export type Minor = number;

/**
 * The one rounding of money: to the nearest unit, halves away from zero.
 * 2.675 x 100 is 267.49999999999997 in binary; the nudge gives such a product its half back.
 */
export function roundHalfUp(value: number): Minor {
  if (!Number.isFinite(value)) throw new RangeError(`An amount must be finite, not ${value}`);
  const size = Math.abs(value);
  const rounded = Math.floor(size + 0.5 + Math.min(size * 4e-15, 1e-4));
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** `bps` basis points of an amount: 250 bps of 1000 is 25. */
export function applyBps(minor: Minor, bps: number): Minor {
  return roundHalfUp((minor * bps) / 10_000);
}

/** The tax inside a gross amount: 2000 bps of 1200 gross is 200. */
export function taxWithin(grossMinor: Minor, rateBps: number): Minor {
  return roundHalfUp((grossMinor * rateBps) / (10_000 + rateBps));
}

/** The smallest multiple of `step` that is not below `minor`. */
export function roundUpTo(minor: Minor, step: Minor): Minor {
  return Math.ceil(minor / step) * step;
}

/** "£1,240.00"; whole amounts keep their pence, so that columns line up. */
export function formatMoney(minor: Minor, currency: string, locale = "en-GB"): string {
  const { digits, format } = moneyFormat(currency, locale);
  return format.format(minor / 10 ** digits);
}

/** How many digits the minor unit has: 2 for GBP, 0 for JPY. */
export function minorDigits(currency: string): number {
  return moneyFormat(currency, "en-GB").digits;
}

// Building an Intl formatter costs a hundred times what using it does.
const formats = new Map<string, { digits: number; format: Intl.NumberFormat }>();

function moneyFormat(currency: string, locale: string) {
  const key = `${locale} ${currency}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locale, { style: "currency", currency });
  const made = { digits: format.resolvedOptions().maximumFractionDigits ?? 2, format };
  formats.set(key, made);
  return made;
}
