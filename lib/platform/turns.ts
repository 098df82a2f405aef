export type Turns = {
  <T>(work: () => Promise<T>): Promise<T>;
  /** how many stand and wait */
  waiting(): number;
};

/**
 * Lets so many in at once, the others in the order in which they came. For work that would only be in its own way if all
 * of it went at once; of this process alone.
 */
export function createTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = [];
  let inside = 0;
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (inside >= atOnce) await new Promise<void>((letIn) => waiting.push(letIn));
    else inside += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Whoever is let in takes this one's place.
      if (next) next();
      else inside -= 1;
    }
  };
  return Object.assign(inTurn, { waiting: () => waiting.length });
}
