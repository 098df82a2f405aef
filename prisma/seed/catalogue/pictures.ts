import { lowerFirst } from "@/lib/domain/sentence";
import { referenceAlloys } from "@/prisma/seed/reference-workshop";
import made from "./pictures.json";
import type { SamplePicture, SampleProduct } from "./types";

type Made = { name: string; alloyId: string; finishId: string; view: string; rig?: string };

/** Those of the catalogue by hand, each followed by its second view, then those that scripts/art/vary.ts made. */
export function picturesOf(
  product: Pick<SampleProduct, "slug" | "kind" | "options" | "pictures">,
): SamplePicture[] {
  const { slug, options, pictures } = product;
  const usual = options.metals[0]?.finishes?.[0];
  const [first] = pictures;
  if (!first) return [];
  const byHand = pictures.map((picture) => ({
    ...picture,
    ...(picture.alloyId && usual ? { finishId: usual } : {}),
  }));
  const more = ((made as Record<string, Made[]>)[slug] ?? [])
    .filter(({ name }) => pictures.every((picture) => picture.name !== name))
    .map(
      ({ name, alloyId, finishId, view, rig }): SamplePicture => ({
        ...{ name, alloyId, finishId, width: 800 },
        alt: altOf(first, alloyId, finishId === usual ? null : finishId, view),
        ...(rig ? { rig } : {}),
      }),
    );
  const pieces = product.kind === "set" ? more.flatMap((look) => piecesIn(pictures, look)) : [];
  const ofFirst = more.filter(({ name }) => name === `${first.name}-above` || name === `${first.name}-close`);
  const [lead, ...others] = byHand;
  return [
    ...(lead ? [lead] : []),
    ...ofFirst,
    ...others,
    ...more.filter((picture) => !ofFirst.includes(picture)),
    ...pieces,
  ];
}

/** The pieces of a set beside its own picture, each as it is shown alone in that metal and finish, or as it usually is. */
function piecesIn(
  pictures: readonly SamplePicture[],
  { alloyId, finishId }: Pick<SamplePicture, "alloyId" | "finishId">,
): SamplePicture[] {
  return pictures.slice(1).flatMap((piece): SamplePicture[] => {
    const shown = ((made as Record<string, Made[]>)[piece.name] ?? []).filter(
      (entry) => entry.view === "main" && entry.alloyId === alloyId,
    );
    const found =
      shown.find((entry) => entry.finishId === finishId) ??
      shown.find(({ name }) => name === `${piece.name}-${alloyId}`);
    if (!found) return piece.alloyId === alloyId && finishId ? [{ ...piece, finishId }] : [];
    const usual = found.name === `${piece.name}-${alloyId}`;
    const alt = altOf(piece, found.alloyId, usual ? null : found.finishId, "main");
    return [{ name: found.name, alt, alloyId: found.alloyId, ...(finishId ? { finishId } : {}), width: 800 }];
  });
}

const METALS = /\b(an? )?(?:18k yellow gold|14k rose gold|sterling silver)\b/i;

/** What the first picture is said to show, said of another metal and finish. */
function altOf({ alt }: SamplePicture, alloyId: string, finishId: string | null, view: string): string {
  const alloy = referenceAlloys.find(({ id }) => id === alloyId);
  const metal = lowerFirst(alloy?.label ?? alloyId);
  const article = metal.startsWith("18") ? "an" : "a";
  const inMetal = alt.replace(METALS, (_, before: string | undefined) => {
    if (!before) return metal;
    return `${before.startsWith("A") ? article.replace("a", "A") : article} ${metal}`;
  });
  const plain = finishId ? inMetal.replace(/\b(?:polished|brushed)(?:, | )/gi, "") : inMetal;
  const finished = finishId ? `${plain}. Its finish: ${finishId}` : plain;
  if (view === "above") return `From above: ${lowerFirst(finished)}`;
  return view === "close" ? `Close up: ${lowerFirst(finished)}` : finished;
}
