import { PROOF } from "@/lib/domain/job";
import type { ProductRouting } from "@/lib/domain/product";
import type { StageFacts } from "@/lib/domain/routing";

/** Whether the customer sees a proof before a piece of a product is made. */
export const proofSettings = ["NEVER", "ON_REQUEST", "ALWAYS"] as const;
export type ProofSetting = (typeof proofSettings)[number];

export const proofSettingLabels: Record<ProofSetting, string> = {
  NEVER: "Never",
  ON_REQUEST: "When the customer asks for it",
  ALWAYS: "Always",
};

/** What a piece is made as, and so its spec, is the same with and without: a wish for a proof is no option. */
export function needsProof(setting: ProofSetting, wished: boolean): boolean {
  return setting === "ALWAYS" || (setting === "ON_REQUEST" && wished);
}

/** The product's stages with a proof or without one; how long it takes the product says, or else the workshop. */
export function routingWithProof(
  routing: ProductRouting,
  proof: boolean,
  stages: readonly Pick<StageFacts, "id" | "typicalMinutes" | "badDayMinutes">[],
): ProductRouting {
  const others = routing.filter(({ stage }) => stage !== PROOF);
  if (!proof) return others;
  const own = routing.find(({ stage }) => stage === PROOF);
  if (own) return [own, ...others];
  const usual = stages.find(({ id }) => id === PROOF);
  if (usual?.typicalMinutes == null || usual.badDayMinutes === null)
    throw new Error("The stage of the proof needs its minutes");
  const { typicalMinutes, badDayMinutes } = usual;
  return [{ stage: PROOF, typicalMinutes, badDayMinutes }, ...others];
}
