import { useEffect, useState } from "react";
import type { Alternatives } from "@/lib/domain/alternatives";
import type { ChoiceDays } from "@/lib/domain/choice-days";
import type { Fit } from "@/lib/domain/engraving";
import type { WayOut } from "@/lib/domain/field-errors";
import type { PriceLine } from "@/lib/domain/price";
import type { TypedPersonalization } from "@/lib/features/cart/personalization-form";
import type { ArrivalView } from "@/lib/features/catalog/schema";

export type QuoteAnswer = {
  price: { currency: string; totalMinor: number; lines: PriceLine[] };
  fit: Fit[];
  promise: ArrivalView | null;
  noDateBecause?: string;
  alternatives?: Alternatives;
  choiceDays?: ChoiceDays;
};
export type QuoteQuestion = {
  product: string;
  personalization: TypedPersonalization;
  quantity?: number;
  proof?: true;
};

export type LiveQuote = {
  /** the newest answer, kept while a newer question is under way or was refused */
  answer: QuoteAnswer | null;
  /** why the newest question has no price */
  errors: { path: string; message: string; waysOut?: WayOut[] }[];
  /** a newer question is under way */
  asking: boolean;
  /** the answer above is for other choices than those on the page */
  stale: boolean;
};

const QUIET_MS = 200;

/** Asks for a quote whenever the question changes and has rested for a moment; a question overtaken is dropped. */
export function useQuote(question: QuoteQuestion | null): LiveQuote {
  const [heard, setHeard] = useState<Heard>({ answer: null, answered: null, errors: [], settled: null });
  const body = question && JSON.stringify({ ...question, advice: true });

  useEffect(() => {
    if (!body) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      ask(body, abort.signal)
        .then((news) => setHeard((before) => ({ ...before, ...news, settled: body })))
        // Offline, or overtaken: the last answer stays, marked as old.
        .catch(() => !abort.signal.aborted && setHeard((before) => ({ ...before, settled: body })));
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [body]);

  return {
    answer: heard.answer,
    errors: heard.errors,
    asking: body !== null && body !== heard.settled,
    stale: heard.answer !== null && body !== heard.answered,
  };
}

/** What was last heard: the newest answer and the question it answers, and the last question that came to an end. */
type Heard = Pick<LiveQuote, "answer" | "errors"> & { answered: string | null; settled: string | null };

async function ask(body: string, signal: AbortSignal): Promise<Partial<Heard>> {
  const response = await fetch("/api/v1/quotes", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
    signal,
  });
  if (response.ok) {
    const answer: QuoteAnswer = await response.json();
    return { answer, answered: body, errors: [] };
  }
  if (response.status !== 422) return { errors: [] };
  const { errors }: { errors: LiveQuote["errors"] } = await response.json();
  return {
    errors: errors.map((error) => ({ ...error, path: error.path.replace(/^personalization\.?/, "") })),
  };
}
