import { type ClaimRuleId, claimRules } from "@/lib/domain/claims-rules";
import { brokenSentences, type ClaimContext, sentencesOf } from "@/lib/domain/claims-text";
import type { ProductOptions } from "@/lib/domain/options";
import type { Materials, PriceRule, ProductRouting } from "@/lib/domain/product";

/**
 * The claims that the law polices (US FTC Jewelry Guides, 16 CFR 23; Green Guides, 16 CFR 260; UK and EU law on
 * misleading practices asks for the same), read in a product's own words. It finds; a person decides.
 */
export type ClaimFinding = {
  rule: ClaimRuleId;
  /** which text, e.g. "story" or "materials[1].origin" */
  field: string;
  /** the sentence, shortened */
  excerpt: string;
  /** why, and what to say instead; the studio shows it */
  reason: string;
};

/** What is sold, and how it is described. */
export type ClaimedProduct = {
  name: string;
  summary: string;
  story: string;
  making: string;
  variationNote: string;
  care: string;
  materials: Materials;
  techniques: readonly string[];
  options: Pick<ProductOptions, "engravingZones">;
  priceRule: Pick<PriceRule, "findings">;
  routing: ProductRouting;
};

const EXCERPT_LENGTH = 160;

/** Every claim that isn't borne out by how the product is made and what of; empty where all is well. */
export function lintClaims(product: ClaimedProduct): ClaimFinding[] {
  const context = contextOf(product);
  return claimRules.flatMap((rule) =>
    [...textsOf(product), ...techniquesAsTexts(product)]
      .filter((text) => !rule.fields || rule.fields(text.field))
      .flatMap(({ field, text }) =>
        brokenSentences(text, (sentence) => rule.reason(sentence, context, { field, text })).map(
          ({ sentence, reason }) => ({ rule: rule.id, field, excerpt: shorten(sentence), reason }),
        ),
      ),
  );
}

function contextOf(product: ClaimedProduct): ClaimContext {
  const { materials, options, priceRule, routing, techniques } = product;
  const recycled = (origin: string) =>
    sentencesOf(origin).some(
      (sentence) => /\brecycled\b/i.test(sentence) && !/\bn(?:o|ot|ever)\b|n['’]t\b/i.test(sentence),
    );
  const metal = materials.filter((entry) => /\b(silver|gold|platinum|palladium)\b/i.test(entry.material));
  return {
    cast: techniques.includes("casting") || routing.some((stage) => stage.stage === "casting"),
    boughtIn: [
      ...priceRule.findings.map((finding) => finding.label),
      ...materials
        .filter((entry) => /\b(bought in|machine-made)\b/i.test(entry.origin))
        .map((entry) => entry.component),
    ],
    zones: options.engravingZones.map(({ label, technique }) => ({ label, technique })),
    recycledComponents: materials.filter((entry) => recycled(entry.origin)).map((entry) => entry.component),
    allRecycled: metal.length > 0 && metal.every((entry) => recycled(entry.origin)),
    materials,
  };
}

function textsOf(product: ClaimedProduct): { field: string; text: string }[] {
  const copy = ["name", "summary", "story", "making", "variationNote", "care"] as const;
  return [
    ...copy.map((field) => ({ field, text: product[field] })),
    ...product.materials.flatMap((entry, index) => [
      { field: `materials[${index}].material`, text: `${entry.component}: ${entry.material}` },
      { field: `materials[${index}].origin`, text: `${entry.component}: ${entry.origin}` },
    ]),
  ];
}

/** "hand-engraving" among the techniques claims as much as a sentence does. */
function techniquesAsTexts(product: ClaimedProduct): { field: string; text: string }[] {
  return product.techniques.map((technique, index) => ({ field: `techniques[${index}]`, text: technique }));
}

function shorten(sentence: string): string {
  return sentence.length <= EXCERPT_LENGTH ? sentence : `${sentence.slice(0, EXCERPT_LENGTH - 1)}…`;
}
