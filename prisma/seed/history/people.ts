import { nextWorkingMs } from "@/lib/domain/calendar";
import type { Workbench } from "./bench-year";
import type { HistoryFacts } from "./facts";
import type { EventActor } from "./rows";

/** Who writes things down: whoever did it, or whoever is in the house. */
export type Staff = {
  owner: EventActor & { kind: "STAFF" };
  of(artisanId: string): EventActor & { kind: "STAFF" };
  presentAt(ms: number): EventActor & { kind: "STAFF" };
};

export function staffOf(facts: HistoryFacts, bench: Workbench): Staff {
  const actors = new Map(
    facts.artisans.map(({ id, userId, name }) => [id, { kind: "STAFF" as const, id: userId, name }]),
  );
  const boss = facts.artisans.find(({ role }) => role === "OWNER");
  const owner = boss && actors.get(boss.id);
  if (!owner) throw new Error("The sample workshop has no owner");
  const of = (artisanId: string) => actors.get(artisanId) ?? owner;
  // The last in the list first: the bench hand opens the post.
  const asked = [...bench.artisans].reverse();
  return {
    owner,
    of,
    presentAt: (ms) => {
      const here = asked.find(({ calendar }) => nextWorkingMs(calendar, ms) <= ms);
      return here ? of(here.id) : owner;
    },
  };
}
