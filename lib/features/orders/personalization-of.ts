import type { Personalization } from "@/lib/domain/personalization-input";
import type { Spec } from "@/lib/domain/spec";

/** The choices behind a spec: what somebody who orders the same again would fill in. */
export function personalizationOf(spec: Spec): Personalization {
  const { metal, finish, size, stones, engraving, motif } = spec;
  return {
    metal: metal.id,
    finish: finish.id,
    ...(size ? { size: { system: size.system, value: size.value } } : {}),
    ...(stones.length > 0
      ? { stones: stones.map(({ slot, stone }) => ({ slot: slot.id, stone: stone.id })) }
      : {}),
    ...(engraving.length > 0
      ? {
          engraving: engraving.map(({ zone, text, font, heightMm }) => ({
            zone: zone.id,
            text,
            font: font.id,
            heightMm,
          })),
        }
      : {}),
    ...(motif ? { motif: motif.id } : {}),
  };
}
