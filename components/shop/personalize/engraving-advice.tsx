/** What "Help with the words" says before its tools are there, and where scripts don't run. */
export function EngravingAdvice() {
  return (
    <ul className="grid list-disc gap-1.5 ps-5 text-ink-soft text-sm">
      <li>Days: 12.06.2019, 12 June 2019 or, in Roman numerals, XII·VI·MMXIX.</li>
      <li>Places: 51°27′N 2°35′W, or in decimals 51.4545, -2.5879, where south and west are negative.</li>
      <li>
        Monograms: first name, middle name, surname in letters of one height. The surname in the middle is for
        a typeface of small capitals, where it stands larger: aSm.
      </li>
      <li>Symbols: most typefaces have ∞ &amp; + · and †. Hearts and stars are drawn: look for a motif.</li>
    </ul>
  );
}
