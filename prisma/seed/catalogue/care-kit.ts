/** Paragraphs of care that several pieces share; each product adds what is its own. */
export const care = {
  daily:
    "Put it on last, after scent and cream, and take it off to swim, garden and sleep. Keep it by itself in its pouch, so that harder things can't scratch it.",
  clean:
    "Clean it in warm water with a drop of washing-up liquid and a soft toothbrush, rinse it and dry it with a cloth.",
  silver:
    "Sterling silver darkens in air. Wearing it keeps it bright; a silver cloth brings the shine back in a minute. Don't use a dip: it strips the surface and dulls it.",
  gold: "Gold of 14k and 18k hardly tarnishes, but it does pick up fine scratches, which soften into a glow of their own. We repolish a piece for the price of the postage once a year.",
  hammered:
    "Hammer marks wear smoother on the edges first. When you miss them we can hammer the piece again; that takes a day at the bench and no new metal.",
  engraved:
    "Engraved letters stay sharp longest if you clean along the lines, never with a polishing paste, which fills and rounds them.",
  hardStones:
    "The stones are set in a closed rim of metal. Bring or send the piece back if one ever ticks when you shake it by your ear: closing a rim takes minutes, replacing a lost stone takes weeks.",
  softStones:
    "Pearl, opal, turquoise and moonstone dislike heat, scent and ultrasonic baths: a damp cloth is all they want. Emeralds too, for the oil in them.",
  chain:
    "Close the clasp before you put a chain away, and hang it or lay it straight. A broken link we solder without charge in the first two years.",
};

export function careText(...paragraphs: string[]): string {
  return paragraphs.join("\n\n");
}
