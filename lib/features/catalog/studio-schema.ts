import { z } from "zod";
import type { ClaimedProduct } from "@/lib/domain/claims";
import type { ProductKind } from "@/lib/domain/product";
import { type ProofSetting, proofSettings } from "@/lib/domain/proof";
import type { MakingToEdit } from "@/lib/features/catalog/making-schema";
import type { OptionsToEdit } from "@/lib/features/catalog/options-schema";

export const productStatuses = ["DRAFT", "ACTIVE", "RETIRED"] as const;
export type ProductStatus = (typeof productStatuses)[number];
export const productStatusLabels: Record<ProductStatus, string> = {
  DRAFT: "Draft",
  ACTIVE: "In the shop",
  RETIRED: "Retired",
};

export type StudioProductRow = {
  slug: string;
  name: string;
  kind: ProductKind;
  status: ProductStatus;
  makerName: string;
  priceFromMinor: number;
  currency: string;
  pieces: number;
  picture: { src: string; alt: string } | null;
  /** why the shop can give no date for it, exactly; null where it can */
  noDateBecause: string | null;
};

/** What a claim of the copy isn't borne out by, and why that matters. */
export type CopyFinding = { field: string; excerpt: string; reason: string };

export type StudioProduct = StudioProductRow & {
  version: number;
  copy: ProductCopy;
  proof: ProofSetting;
  findings: CopyFinding[];
  /** for reading along while the words are written */
  made: Omit<ClaimedProduct, keyof ProductCopy>;
  toEdit: OptionsToEdit;
  making: MakingToEdit;
};

const words = (missing: string, most: number) =>
  z
    .string(missing)
    // A browser's textarea ends its lines with CR LF; what is stored ends them with LF.
    .transform((typed) => typed.replaceAll("\r\n", "\n").trim())
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(most, `Please use at most ${most.toLocaleString("en-GB")} characters.`),
    );

/** The words of a product. What it is made of, its options and prices are another matter. */
const copyShape = {
  name: words("Please name it.", 80),
  summary: words("Please say in a sentence what it is.", 300),
  story: words("Please tell its story.", 4_500),
  making: words("Please say how it is made.", 4_500),
  variationNote: words("Please say how pieces differ.", 1_000),
  care: words("Please say how to care for it.", 4_000),
};
export type ProductCopy = { [Field in keyof typeof copyShape]: string };

const slug = z.string().min(1).max(100);
const version = z.coerce.number<unknown>().int().min(1);

export const updateProductCopySchema = z.strictObject({ slug, version, ...copyShape });
export const setProductStatusSchema = z.strictObject({
  slug,
  version,
  status: z.enum(["ACTIVE", "RETIRED"], "Please say whether it is in the shop."),
});

export const setProductProofSchema = z.strictObject({
  slug,
  version,
  proof: z.enum(proofSettings, "Please say when a proof is sent."),
});

export type SetProductProofInput = z.output<typeof setProductProofSchema>;
export type UpdateProductCopyInput = z.output<typeof updateProductCopySchema>;
export type SetProductStatusInput = z.output<typeof setProductStatusSchema>;
