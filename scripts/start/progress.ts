/** What the person in front of the terminal sees. One line a step, with its time once it is done. */
export function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

/** Tells that `work` is under way when it takes more than a moment, and how long it took. */
export async function step<T>(words: string, work: () => Promise<T>): Promise<T> {
  const start = Date.now();
  const timer = setInterval(() => say(`  ${words} … ${seconds(start)} s`), 10_000);
  say(`  ${words} …`);
  try {
    const result = await work();
    say(`  ${words}: done in ${seconds(start)} s`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

function seconds(start: number): string {
  return ((Date.now() - start) / 1000).toFixed(1);
}
