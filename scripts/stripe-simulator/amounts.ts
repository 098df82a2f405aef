/** Stripe's smallest charge per settlement currency, in minor units (docs.stripe.com/currencies, minimum amounts). */
const smallest: Record<string, number> = {
  aud: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17500,
  jpy: 50,
  mxn: 1000,
  nok: 300,
  nzd: 50,
  pln: 200,
  sek: 300,
  sgd: 50,
  usd: 50,
};

export const largestAmount = 99_999_999;

export function isSupportedCurrency(currency: string): boolean {
  return /^[a-z]{3}$/.test(currency) && Intl.supportedValuesOf("currency").includes(currency.toUpperCase());
}

export function smallestAmount(currency: string): number {
  return smallest[currency] ?? 50;
}

export function formatAmount(minor: number, currency: string): string {
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency: currency.toUpperCase() });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}
