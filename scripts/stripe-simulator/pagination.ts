import { invalidRequest, resourceMissing } from "./errors";
import { integer, list, type Range, required, text } from "./parameters";
import type { List } from "./stripe-objects";

export const pageParameters = {
  limit: integer({ min: 1, max: 100 }),
  starting_after: text(),
  ending_before: text(),
  expand: list(required(text())),
};

export interface PageRequest {
  limit: number | undefined;
  starting_after: string | undefined;
  ending_before: string | undefined;
}

/** A page of `newestFirst`, with Stripe's cursors: ids of objects, exclusive. */
export function page<T extends { id: string }>(
  newestFirst: T[],
  { limit = 10, starting_after: after, ending_before: before }: PageRequest,
  url: string,
  kind: string,
): List<T> {
  if (after && before) {
    throw invalidRequest(
      "Received both `starting_after` and `ending_before` parameters. Please pass in only one.",
      {
        param: "starting_after",
      },
    );
  }
  const from = after ? positionOf(newestFirst, after, kind, "starting_after") + 1 : 0;
  if (!before) {
    const data = newestFirst.slice(from, from + limit);
    return { object: "list", data, has_more: from + limit < newestFirst.length, url };
  }
  const end = positionOf(newestFirst, before, kind, "ending_before");
  return {
    object: "list",
    data: newestFirst.slice(Math.max(0, end - limit), end),
    has_more: end > limit,
    url,
  };
}

export function within(range: Range | undefined, created: number): boolean {
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = range ?? {};
  return created > gt && created >= gte && created < lt && created <= lte;
}

function positionOf<T extends { id: string }>(all: T[], id: string, kind: string, param: string): number {
  const position = all.findIndex((each) => each.id === id);
  if (position < 0) throw resourceMissing(kind, id, param, 400);
  return position;
}
