"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import { CheckoutAddress } from "@/components/shop/checkout-address";
import { CheckoutChanges } from "@/components/shop/checkout-changes";
import { CheckoutCodes } from "@/components/shop/checkout-codes";
import { CheckoutDelivery } from "@/components/shop/checkout-delivery";
import { CheckoutLines } from "@/components/shop/checkout-lines";
import { CheckoutTotal } from "@/components/shop/checkout-total";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { formatMoney } from "@/lib/domain/money";
import { checkoutAction } from "@/lib/features/checkout/actions";
import type { CheckoutState, CountryChoice } from "@/lib/features/checkout/schema";
import { routes } from "@/lib/platform/routes";

type CheckoutFormProps = {
  initial: CheckoutState;
  /** to a form sent without scripts */
  answer: Awaited<ReturnType<typeof checkoutAction>>;
  countries: CountryChoice[];
};

/**
 * One form: "update" shows what another country or delivery changes, "pay" orders. Every answer of the server is
 * the whole state of the page, so that it is the same with scripts and without.
 */
export function CheckoutForm({ initial, answer, countries }: CheckoutFormProps) {
  const [result, submit, pending] = useActionState(checkoutAction, answer);
  const form = useRef<HTMLFormElement>(null);
  const update = useRef<HTMLButtonElement>(null);
  const news = useRef<HTMLDivElement>(null);
  const answered = result?.ok && result.value.kind === "SHOW" ? result.value.state : null;
  // A refusal says nothing of the bag: what was answered last stays.
  const [last, setLast] = useState(answered);
  if (answered && answered !== last) setLast(answered);
  const shown = answered ?? last ?? initial;
  const refused = result && !result.ok ? result : null;
  const state: CheckoutState = refused
    ? { ...shown, values: refused.values, message: refused.message }
    : shown;
  const { view, values, errors, message } = state;
  const errorAt = (path: string) => errors.find((error) => error.path === path)?.message;
  const requote = () => form.current?.requestSubmit(update.current);

  useEffect(() => {
    if (message) news.current?.focus();
  }, [message]);

  return (
    <form
      ref={form}
      action={submit}
      noValidate
      aria-busy={pending}
      className="grid items-start gap-x-16 gap-y-10 pb-20 lg:grid-cols-[minmax(0,1fr)_24rem]"
    >
      {/* The form's first button is the one that Enter presses: it only looks again, and never pays. */}
      <button ref={update} type="submit" name="intent" value="update" className="hidden" tabIndex={-1}>
        Update
      </button>
      <input type="hidden" name="seen" value={view.seen} />
      <div className="grid min-w-0 gap-12">
        <div ref={news} tabIndex={-1} className="outline-none empty:hidden">
          {message && (
            <Notice tone="danger" role="alert" title={message}>
              {errors.length > 0 && <ErrorList errors={errors} />}
            </Notice>
          )}
        </div>
        {view.pending.map((order) => (
          <Notice
            key={order.token}
            tone="accent"
            title={`Order ${order.number} of this bag is waiting for its payment`}
          >
            You needn’t pay again. <TextLink href={routes.order(order.token)}>See the order</TextLink>
          </Notice>
        ))}
        <CheckoutAddress
          key={`address ${JSON.stringify(values)}`}
          values={values}
          errorAt={errorAt}
          countries={countries}
          onCountry={requote}
        />
        <CheckoutDelivery
          key={`delivery ${view.seen}`}
          view={view}
          error={errorAt("shippingMethod")}
          parcelsError={errorAt("parcels")}
          onChoose={requote}
        />
        <CheckoutCodes
          key={`codes ${view.seen} ${JSON.stringify(values)}`}
          view={view}
          values={values}
          errorAt={errorAt}
        />
        <CheckoutLines view={view} />
      </div>
      <div className="grid gap-6 bg-paper-sunk px-6 py-7 lg:sticky lg:top-6">
        <CheckoutTotal view={view} />
        {view.problem && (
          <Notice tone="danger" role="status">
            {view.problem} <TextLink href={routes.bag}>Back to the bag</TextLink>
          </Notice>
        )}
        <CheckoutChanges key={view.seen} view={view} error={errorAt("accepted")} />
        {!view.problem && (
          <SubmitButton size="lg" name="intent" value="pay" pending={pending} pendingLabel="One moment">
            {view.dueMinor > 0 ? `Pay ${formatMoney(view.dueMinor, view.currency)}` : "Place the order"}
          </SubmitButton>
        )}
        <p className="text-ink-faint text-xs">
          {view.dueMinor > 0
            ? "You pay on the page of our payment provider, Stripe. Your card’s number never reaches us. We begin when the payment has arrived."
            : "There is nothing left to pay, so we begin at once."}
        </p>
      </div>
    </form>
  );
}

/** Each leads to its field. */
function ErrorList({ errors }: { errors: CheckoutState["errors"] }) {
  return (
    <ul className="mt-1 list-disc ps-5">
      {errors.map(({ path, message }) => (
        <li key={`${path} ${message}`}>
          <a href={`#${path}`} className="underline underline-offset-4">
            {message}
          </a>
        </li>
      ))}
    </ul>
  );
}
