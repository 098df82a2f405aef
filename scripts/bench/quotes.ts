/**
 * `npm run bench:quotes`: what one quote costs the processor (judging, measuring, freezing, pricing; without the
 * date), over every piece of the sample shop with all its stones and engraving. A quote may take 5 ms.
 */
import { lengthChoices } from "@/lib/domain/length";
import type { ProductOptions, SizeOption } from "@/lib/domain/options";
import { type QuoteFacts, quotePersonalization } from "@/lib/domain/quote";
import { ringSizeChoices } from "@/lib/domain/ring-size";
import { priceAt } from "../../prisma/seed/history/metal-prices";
import { referenceTaxRates } from "../../prisma/seed/reference-workshop";
import { sampleFacts } from "../../prisma/seed/sample-facts";

const ROUNDS = 40;
const names = ["Ada & Bo", "Zoë", "12 June 2019", "For ever, Łukasz", "AB", "Wren", "yes", "Amélie + Tom"];

const nowMs = Date.now();
const sample = sampleFacts(nowMs);
const { country } = sample.workshop;
const facts: QuoteFacts = {
  ...sample,
  workshop: { ...sample.workshop, hallmarkCountry: country },
  alloys: sample.alloys.map((alloy) => ({
    ...alloy,
    pricePerGramMinor: priceAt(sample.prices, alloy.id, nowMs),
  })),
  taxRates: referenceTaxRates,
};

for (let round = 0; round < 3; round++) askAll(round);
const taken: number[] = [];
for (let round = 0; round < ROUNDS; round++) taken.push(...askAll(round));
taken.sort((a, b) => a - b);
const at = (share: number) => `${(taken[Math.floor(share * (taken.length - 1))] ?? 0).toFixed(2)} ms`;
const mean = taken.reduce((sum, ms) => sum + ms, 0) / taken.length;
console.table([{ quotes: taken.length, mean: `${mean.toFixed(2)} ms`, p50: at(0.5), p99: at(0.99) }]);
process.exitCode = mean <= 5 ? 0 : 1;

/** Milliseconds of processor time, one a quote. */
function askAll(round: number): number[] {
  return sample.products.map((product, index) => {
    const personalization = choose(product.options, round + index);
    const start = process.cpuUsage();
    const quote = quotePersonalization(product, personalization, facts, sample.faces, country);
    const { user, system } = process.cpuUsage(start);
    if (!quote.ok && !quote.errors.every(({ path }) => path.startsWith("engraving")))
      throw new Error(`${product.slug}: ${JSON.stringify(quote.errors)}`);
    return (user + system) / 1000;
  });
}

function choose(options: ProductOptions, turn: number) {
  const pick = <T>(values: readonly T[]): T | undefined => values[turn % values.length];
  return {
    metal: pick(options.metals)?.alloy,
    ...(options.size ? { size: middleOf(options.size) } : {}),
    ...(options.motifRequired ? { motif: pick(options.motifs)?.id } : {}),
    stones: options.stoneSlots.map(({ id, allowed }) => ({ slot: id, stone: pick(allowed) })),
    engraving: options.engravingZones.map(({ id, fonts }) => ({
      zone: id,
      text: pick(names),
      font: pick(fonts),
    })),
  };
}

function middleOf(size: SizeOption): { system: string; value: string } {
  const system = size.kind === "ring" ? "uk" : "cm";
  const choices = size.kind === "ring" ? ringSizeChoices(size, "uk") : lengthChoices(size, "cm");
  return { system, value: choices[Math.floor(choices.length / 2)]?.value ?? "" };
}
