import { finishLabel, finishLook } from "@/lib/domain/finish";
import type { ProductOptions } from "@/lib/domain/options";
import { differsFromLook, type Look, type Pictured, picturesOfLook } from "@/lib/domain/pictured";
import { lowerFirst } from "@/lib/domain/sentence";

/** Pictures that are shown together, for as many looks as have none of their own. */
export type LookShown<T> = { id: string; looks: Look[]; pictures: [T, ...T[]] };
/** What a picture doesn't show of some looks, in words. */
export type LookNote = { id: string; looks: Look[]; words: string };

type Gallery<T> = { lead: LookShown<T> | null; others: LookShown<T>[]; notes: LookNote[] };

/** Which pictures show which choice of metal and finish. `metal` is the one that is chosen when the page opens. */
export function galleryOf<T extends Pictured>(
  {
    options: { metals },
    alloys,
    pictures,
  }: {
    options: Pick<ProductOptions, "metals">;
    alloys: readonly { id: string; label: string }[];
    pictures: readonly T[];
  },
  metal: string,
): Gallery<T> {
  const finishes = [...new Set(metals.flatMap((entry) => entry.finishes))];
  const begins = { metal, finish: metals.find(({ alloy }) => alloy === metal)?.finishes[0] };
  const looks = metals.flatMap(({ alloy }): Look[] => finishes.map((finish) => ({ metal: alloy, finish })));
  // By the picture, not its file: the same photo may stand for two metals, with other words and another drawing in it.
  const shown = new Map<T, LookShown<T>>();
  const notes = new Map<string, LookNote>();
  for (const look of [begins, ...looks]) {
    const [main, ...views] = picturesOfLook(pictures, look);
    if (!main) continue;
    // Where there is one finish there is nothing to choose, and no field that could be asked.
    const asked = finishes.length > 1 ? look : { ...look, finish: undefined };
    const known = shown.get(main);
    if (known) known.looks.push(asked);
    else shown.set(main, { id: `look-${shown.size}`, looks: [asked], pictures: [main, ...views] });
    const offered = metals.some(
      ({ alloy, finishes: own }) => alloy === look.metal && own.includes(look.finish ?? ""),
    );
    const words = wordsOn(main, offered ? look : { ...look, finish: undefined }, alloys);
    const note = notes.get(words);
    if (note) note.looks.push(asked);
    else if (words) notes.set(words, { id: `note-${notes.size}`, looks: [asked], words });
  }
  const [lead = null, ...others] = shown.values();
  return { lead, others, notes: [...notes.values()] };
}

/** The rules by which the page shows them, within the element `scope`. */
export function galleryRules<T>(scope: string, { others, notes }: Omit<Gallery<T>, "lead">): string {
  return [
    ...others.flatMap(({ id, looks, pictures: [, ...views] }) => [
      `${chosen(scope, looks)}{& [data-look="${id}"]{display:block}${
        views.length > 0 ? `& [data-views="${id}"]{display:grid}& [data-views="first"]{display:none}` : ""
      }}`,
    ]),
    ...notes.map(({ id, looks }) => `${chosen(scope, looks)} [data-note="${id}"]{display:inline}`),
  ].join("");
}

// By an attribute of their own: React writes name and value of every field anew whenever it renders it, and a rule that
// asks `:has([name=…])` has half the page looked at again, at every letter that is typed.
function chosen(scope: string, looks: readonly Look[]): string {
  const each = looks.map(({ metal, finish }) => {
    const finished = finish ? `:has([data-shows="finish-${slug(finish)}"]:checked)` : "";
    return `:has([data-shows="metal-${slug(metal ?? "")}"]:checked)${finished}`;
  });
  return `#${scope}:is(${[...new Set(each)].join(",")})`;
}

/** Ids are slugs of ours; whatever else might stand there must not end the selector. */
function slug(id: string): string {
  return id.replace(/[^a-z0-9-]/g, "");
}

function wordsOn(picture: Pictured, look: Look, alloys: readonly { id: string; label: string }[]): string {
  const differs = differsFromLook(picture, look);
  const alloy = alloys.find(({ id }) => id === picture.alloyId);
  const finish = look.finish ?? "";
  const known = finishLook(finish) && `: ${finishLook(finish)}`;
  return [
    ...(differs.metal && alloy ? [`Shown in ${lowerFirst(alloy.label)}.`] : []),
    ...(differs.finish
      ? [`Yours will be ${lowerFirst(finishLabel(finish))}${known}, which the photo doesn’t show.`]
      : []),
  ].join(" ");
}
