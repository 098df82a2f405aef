/** What a picture of a product shows; null where it says nothing of it. */
export type Pictured = { alloyId: string | null; finishId: string | null };

export type Look = { metal: string | undefined; finish: string | undefined };

/** The photo of a metal in a finish: of just these, or of the metal, whatever its finish, or the product's first. */
export function pictureOfLook<T extends Pictured>(pictures: readonly T[], look: Look): T | undefined {
  const inMetal = pictures.filter(({ alloyId }) => alloyId === look.metal);
  return (
    inMetal.find(({ finishId }) => finishId !== null && finishId === look.finish) ??
    inMetal.find(({ finishId }) => finishId === null) ??
    inMetal[0] ??
    pictures[0]
  );
}

/**
 * All that is shown of a look, its main picture first: the others show the same metal and finish from elsewhere. Where
 * there are none, and for every look, those that show no metal in particular.
 */
export function picturesOfLook<T extends Pictured>(pictures: readonly T[], look: Look): T[] {
  const main = pictureOfLook(pictures, look);
  if (!main) return [];
  const others = pictures.filter(
    (picture) =>
      picture !== main &&
      (picture.alloyId === null || (picture.alloyId === main.alloyId && picture.finishId === main.finishId)),
  );
  return [main, ...others];
}

/** Whether the picture of a piece shows its metal and its finish. */
export type PicturedAs = { inOrderedMetal: boolean; inOrderedFinish: boolean };

/** What to say below a picture that shows the design otherwise than the piece will be; null where it doesn't. */
export function pictureNote({ inOrderedMetal, inOrderedFinish }: PicturedAs): string | null {
  if (inOrderedMetal && inOrderedFinish) return null;
  const other = inOrderedMetal ? "finish" : inOrderedFinish ? "metal" : "metal and finish";
  return `The photo shows the design in another ${other}. What is made is what the words say.`;
}

/** By what a picture differs from the piece that it stands for. */
export function differsFromLook({ alloyId, finishId }: Pictured, { metal, finish }: Look) {
  return {
    metal: alloyId !== null && alloyId !== metal,
    finish: finishId !== null && finish !== undefined && finishId !== finish,
  };
}
