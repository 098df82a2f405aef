"use client";

import {
  type ReactNode,
  startTransition,
  useActionState,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { BAG_CHANGED } from "@/components/shop/bag-changed";
import type { ChoiceProps, PersonalizeProduct } from "@/components/shop/personalize/choice";
import { EngravingChoices } from "@/components/shop/personalize/engraving-choice";
import { ErrorSummary } from "@/components/shop/personalize/error-summary";
import {
  type Assumed,
  type Errors,
  errorsByField,
  type Fields,
  focusField,
  isWords,
  keepFinishPossible,
  only,
  questionOf,
  readFields,
  waysOutByField,
} from "@/components/shop/personalize/fields";
import { MotifChoice, QuantityAndGift } from "@/components/shop/personalize/last-choices";
import { FinishChoice, MetalChoice } from "@/components/shop/personalize/metal-choice";
import { ProofChoice } from "@/components/shop/personalize/proof-choice";
import { QuoteDetails, QuoteSummary, type Shown } from "@/components/shop/personalize/quote-panel";
import { SizeChoice } from "@/components/shop/personalize/size-choice";
import { StoneChoices } from "@/components/shop/personalize/stone-choice";
import { type QuoteAnswer, useQuote } from "@/components/shop/personalize/use-quote";
import { ShareDesign, useShareDesign } from "@/components/shop/share-design";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { ProductOptions } from "@/lib/domain/options";
import type { OfferView, UsualArrival } from "@/lib/features/catalog/schema";
import type { ActionState } from "@/lib/platform/action-state";
import { routes } from "@/lib/platform/routes";

type PersonalizeFormProps<T, C extends string> = {
  product: PersonalizeProduct;
  offer: OfferView;
  /** for the sample */
  usual: UsualArrival;
  /** fields by name: `startFields(…)` for a new piece, a bag line's own for one that is edited */
  initial: Fields;
  /** `initial` isn't the sample: ask for its price as soon as the page stands */
  priceAtOnce?: boolean;
  action: (state: ActionState<T, C>, form: FormData) => Promise<ActionState<T, C>>;
  /** to the form sent without scripts, where the page has to remember it */
  answer?: ActionState<T, C>;
  submitLabel: string;
  pendingLabel?: string;
  /** sent along unseen, beside the product: line, version … */
  hidden?: Fields;
  /** how many, and whether it's a gift, is asked elsewhere */
  pieceOnly?: boolean;
  /** offer a link to the piece as it is chosen */
  shareable?: boolean;
  /** words for who needs help with an engraving and runs no scripts: made on the server, so no script brings them */
  engravingAdvice: ReactNode;
  /** before the button: further fields */
  children?: ReactNode;
};

const loadFindProblems = () => import("@/components/shop/personalize/find-problems");

/**
 * Everything that can be chosen on a piece. It is a plain form with a server action: without scripts it is sent,
 * judged and filled again by the server. With them each change asks for price, fit and day, and the same schema
 * judges before anything is sent. The fields stay the browser's own; React only reads what they hold.
 */
export function PersonalizeForm<T, C extends string>(props: PersonalizeFormProps<T, C>) {
  const { product, offer, initial, priceAtOnce = false, action, answer = null } = props;
  const {
    submitLabel,
    pendingLabel = "One moment",
    hidden = {},
    pieceOnly = false,
    shareable = false,
    engravingAdvice,
    children,
  } = props;
  const [state, dispatch, pending] = useActionState<ActionState<T, C>, FormData>(action, answer);
  const share = useShareDesign();
  const refused = [state, share.state].find((answer) => answer !== null && !answer.ok) ?? null;
  const start = refused ? refused.values : initial;
  const form = useRef<HTMLFormElement>(null);
  const [fields, setFields] = useState<Fields>(start);
  const [ready, setReady] = useState(false);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [refinished, setRefinished] = useState("");
  const [found, setFound] = useState<Errors>({});
  const reread = useCallback(() => form.current && setFields(readFields(form.current)), []);

  // The browser may have filled fields, and somebody may have typed, before the scripts arrived.
  useEffect(() => {
    setReady(true);
    reread();
  }, [reread]);
  useEffect(() => {
    if (refused) setTouched(new Set());
  }, [refused]);

  useEffect(() => {
    if (state?.ok) window.dispatchEvent(new Event(BAG_CHANGED));
  }, [state]);

  const { personalization, assumed } = questionOf(fields, offer.sample);
  const quantity = !pieceOnly && /^([1-9]|1\d|20)$/.test(fields.quantity ?? "") ? Number(fields.quantity) : 1;
  const asks = ready && (touched.size > 0 || priceAtOnce);
  const proof = product.proof === "ON_REQUEST" && fields.proof === "on" ? ({ proof: true } as const) : {};
  const quote = useQuote(asks ? { product: product.slug, personalization, quantity, ...proof } : null);
  const errors: Errors = {
    ...only(errorsByField(quote.errors, personalization, product.options), (name) => touched.has(name)),
    ...only(errorsByField(refused?.errors ?? [], {}, product.options), (name) => !touched.has(name)),
    ...found,
  };
  const shown = showQuote(quote.answer, props, assumed);
  const costs = quote.answer?.alternatives ?? offer.alternatives;
  const days = quote.answer?.choiceDays ?? props.usual.days;
  const choice: ChoiceProps = { product, start, fields, errors, costs, days, ready };
  const waysOut = {
    ...waysOutByField(refused?.errors ?? [], {}),
    ...waysOutByField(quote.errors, personalization),
  };

  const change = (target: EventTarget) => {
    const name = target instanceof Element ? target.getAttribute("name") : null;
    if (!form.current || !name) return;
    if (name === "metal") setRefinished(keepFinishPossible(form.current, product.options));
    if (name === "finish") setRefinished("");
    const settle = () => {
      reread();
      setTouched((before) => (before.has(name) ? before : new Set(before).add(name)));
      setFound((before) => only(before, (other) => other !== name));
    };
    // The letters are painted first (PiecePreview); what follows from them comes after that paint.
    if (isWords(name)) requestAnimationFrame(() => setTimeout(settle));
    else settle();
  };

  const check = async (element: HTMLFormElement) => {
    const typed = readFields(element);
    const problems = await loadFindProblems().then(
      ({ findProblems }) => findProblems(product, typed),
      // The rules couldn't be fetched: the server has them too.
      (): Errors => ({}),
    );
    setFound(problems);
    const first = Object.keys(problems)[0];
    if (first) focusField(element, first);
    return !first;
  };
  const submit = async (element: HTMLFormElement) => {
    if (await check(element)) startTransition(() => dispatch(new FormData(element)));
  };

  return (
    <form
      ref={form}
      action={dispatch}
      noValidate
      className="grid gap-7"
      onChange={(event) => change(event.target)}
      onFocus={() => void loadFindProblems().catch(() => undefined)}
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) void submit(event.currentTarget);
      }}
    >
      {Object.entries({ product: product.slug, ...hidden }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {/* Pressing Enter sends a form by its first button: by this one, and not by one that moves a stone. */}
      {!ready && product.options.stoneRow && (
        <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      )}
      <ErrorSummary message={refused?.message ?? null} errors={errors} moved={refused?.code === "MOVED"} />
      <MetalChoice {...choice} />
      <FinishChoice {...choice} refinished={refinished} />
      {product.options.size && (
        <SizeChoice
          option={product.options.size}
          onSettled={reread}
          currency={product.currency}
          slug={product.slug}
          assumed={offer.sample.size?.value}
          {...choice}
        />
      )}
      <StoneChoices {...choice} letters={offer.letters} waysOut={waysOut} onChanged={change} />
      <MotifChoice {...choice} />
      <EngravingChoices
        {...choice}
        fits={quote.answer?.fit ?? []}
        letters={offer.letters}
        waysOut={waysOut}
        advice={engravingAdvice}
        onChanged={change}
      />
      {!pieceOnly && <QuantityAndGift start={start} errors={errors} maxMessage={300} />}
      {!pieceOnly && <ProofChoice setting={product.proof} start={start} days={days.proof} />}
      {children}
      <div className="grid gap-1">
        <QuoteDetails shown={shown} />
        {shareable && <ShareDesign share={share} check={check} />}
      </div>
      <div className="sticky bottom-0 z-[1] -mx-5 grid gap-3 border-line border-t bg-paper px-5 py-4 sm:mx-0 sm:px-0">
        <QuoteSummary shown={shown} quote={quote} />
        {state?.ok && (
          <p role="status" className="flex items-center justify-between gap-4 text-positive text-sm">
            It’s in your bag.
            <TextLink href={routes.bag} className="touch-line text-ink">
              Go to the bag
            </TextLink>
          </p>
        )}
        <SubmitButton size="lg" pendingLabel={pendingLabel} pending={pending} className="w-full">
          {submitLabel}
        </SubmitButton>
      </div>
    </form>
  );
}

function showQuote(
  answer: QuoteAnswer | null,
  {
    offer,
    usual,
    product: { currency, options },
  }: Pick<PersonalizeFormProps<unknown, string>, "offer" | "usual" | "product">,
  assumed: readonly Assumed[],
): Shown {
  const { size } = offer.sample;
  const assumptions = [
    ...(size && assumed.includes("size") ? [`in ${sizeWords(options, size)}`] : []),
    ...(assumed.includes("letters") ? ["with one letter"] : []),
  ];
  const caveat = assumptions.length > 0 ? `${assumptions.join(" and ")}, until you choose` : null;
  const { totalMinor, lines } = offer;
  const { arrival, noDateBecause } = usual;
  if (!answer) return { currency, totalMinor, lines, arrival, noDateBecause, caveat };
  return {
    ...answer.price,
    arrival: answer.promise,
    noDateBecause: answer.noDateBecause ?? null,
    caveat,
  };
}

function sizeWords(options: ProductOptions, { system, value }: { system: string; value: string }): string {
  return options.size?.kind === "ring" ? `size ${value}` : `${value} ${system}`;
}
