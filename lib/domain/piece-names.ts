import { describeSpec, type Spec } from "@/lib/domain/spec";

/**
 * What each of an order's pieces is called where there is no room for all that was chosen: by its design, and where
 * several are of one design, by what tells them apart, too: "Posy ring, 18k yellow gold (750)".
 */
export function pieceNames(pieces: readonly { name: string; spec: Spec }[]): string[] {
  const told = pieces.map(({ name, spec }) => ({ name, parts: describeSpec(spec) }));
  return told.map((piece) => {
    const alike = told.filter(({ name }) => name === piece.name);
    const own = piece.parts.filter(({ label, value }) =>
      alike.some(({ parts }) => !parts.some((part) => part.label === label && part.value === value)),
    );
    return [piece.name, ...own.map(({ value }) => value)].join(", ");
  });
}
