const scripts = [
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  "abcdefghijklmnopqrstuvwxyz",
  "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿßœłśźžčďěňřšťůűőğışāēīūķļņţșțŵŷ",
  "ÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÖØÚÜÝÞŁŚŻŽČŘŠŤŮŐĞİĀĒĪŪ",
  "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
  "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯ",
  "0123456789",
];
const joins = [
  " ",
  "",
  "",
  " & ",
  "’",
  "'",
  "-",
  ".",
  ", ",
  " + ",
  "/",
  "“",
  "” ",
  " · ",
  "° ",
  "fi",
  "ffl",
  "Th",
  "AV",
  "To",
  "f’",
];

/** A small generator with a fixed seed: the same texts in every run. */
export function randomTexts(count: number, has: (character: string) => boolean): string[] {
  let seed = 20261122;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const alphabets = scripts
    .map((script) => [...script].filter(has))
    .filter((alphabet) => alphabet.length > 0);
  const pieces = joins.filter((join) => [...join].every(has));
  return Array.from({ length: count }, () => {
    const words = 1 + next(3);
    let text = "";
    for (let word = 0; word < words; word += 1) {
      const capital = alphabets[0] ?? [];
      const alphabet = alphabets[next(3) === 0 ? next(alphabets.length) : 1] ?? [];
      if (word > 0) text += pieces[next(pieces.length)] ?? " ";
      text += capital[next(capital.length)] ?? "";
      for (let letter = 2 + next(8); letter > 0; letter -= 1) text += alphabet[next(alphabet.length)] ?? "";
    }
    return text;
  });
}
