"use client";

import { useActionState, useEffect, useRef } from "react";
import { BAG_CHANGED } from "@/components/shop/bag-changed";
import { BagLine } from "@/components/shop/bag-line";
import { BagSummary } from "@/components/shop/bag-summary";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { changeBagAction } from "@/lib/features/cart/actions";
import type { BagChangedView, BagView } from "@/lib/features/cart/schema";
import { routes } from "@/lib/platform/routes";

type BagContentsProps = {
  bag: BagView | null;
  /** to a form sent without scripts */
  answer: Awaited<ReturnType<typeof changeBagAction>>;
};

/** The bag and every change to it: forms all through, so that it works before, and without, scripts. */
export function BagContents({ bag, answer }: BagContentsProps) {
  const [state, change, pending] = useActionState(changeBagAction, answer);
  const news = useRef<HTMLDivElement>(null);

  // The number in the header is fetched by itself: it is told to look again.
  useEffect(() => {
    if (!state) return;
    window.dispatchEvent(new Event(BAG_CHANGED));
    if (!state.ok || state.value.removed) news.current?.focus();
  }, [state]);

  const lines = bag?.lines ?? [];
  return (
    <div aria-busy={pending} className="grid grid-cols-1 gap-6 pb-16 sm:pb-24">
      <div ref={news} tabIndex={-1} className="outline-none">
        {state && !state.ok && (
          <Notice tone="danger" role="alert" title={state.message}>
            {state.errors.map((error) => error.message).join(" ")}
          </Notice>
        )}
        {state?.ok && state.value.removed && <Removed removed={state.value.removed} undo={change} />}
      </div>
      {bag && lines.length > 0 ? (
        <div className="grid grid-cols-1 items-start gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <ul className="border-line border-t">
            {lines.map((line) => (
              <BagLine
                key={line.id}
                line={line}
                currency={bag.currency}
                change={change}
                pending={pending}
                refused={state && !state.ok && state.values.line === line.id ? state : null}
              />
            ))}
          </ul>
          <BagSummary bag={bag} />
        </div>
      ) : (
        <EmptyState
          title="Nothing in it yet"
          actions={<LinkButton href={routes.shop}>See what we make</LinkButton>}
        >
          Everything here is made after you order it, to your choices. What you put in your bag stays in it
          for four months.
        </EmptyState>
      )}
    </div>
  );
}

function Removed({
  removed,
  undo,
}: {
  removed: NonNullable<BagChangedView["removed"]>;
  undo: (form: FormData) => void;
}) {
  return (
    <Notice role="status">
      <form action={undo} className="flex flex-wrap items-center gap-x-3">
        <span>{removed.name} was taken out of your bag.</span>
        <input type="hidden" name="intent" value="restore" />
        {Object.entries(removed.fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SubmitButton variant="quiet" pendingLabel="Putting it back">
          Undo
        </SubmitButton>
      </form>
    </Notice>
  );
}
