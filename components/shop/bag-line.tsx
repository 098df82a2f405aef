"use client";

import Link from "next/link";
import { BagGift } from "@/components/shop/bag-gift";
import { Picture } from "@/components/shop/picture";
import { PictureNote } from "@/components/shop/picture-note";
import { proofWords } from "@/components/shop/proof-words";
import { Notice } from "@/components/ui/notice";
import { Price } from "@/components/ui/price";
import { TextLink } from "@/components/ui/text-link";
import { formatMoney } from "@/lib/domain/money";
import { MAX_QUANTITY } from "@/lib/domain/order-limits";
import { returnWords } from "@/lib/domain/returns";
import type { BagLineView } from "@/lib/features/cart/schema";
import type { ShownRefusal } from "@/lib/platform/action-state";
import { routes } from "@/lib/platform/routes";

export type BagLineProps = {
  line: BagLineView;
  currency: string;
  change: (form: FormData) => void;
  pending: boolean;
  /** what was wrong with the last change to this very line */
  refused: ShownRefusal | null;
};

export function BagLine({ line, currency, change, pending, refused }: BagLineProps) {
  const { product, picture, quantity } = line;
  const money = (minor: number) => formatMoney(minor, currency);
  const edit = routes.bagLine(line.id);
  return (
    <li className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-5 gap-y-4 border-line border-b py-7 sm:grid-cols-[9rem_minmax(0,1fr)] sm:gap-x-8">
      <div className="grid content-start gap-2">
        <Link href={routes.product(product.slug)} tabIndex={-1} aria-hidden="true" className="block">
          {picture && (
            <Picture
              picture={{ ...picture, alt: "" }}
              sizes="(min-width: 40rem) 9rem, 5.5rem"
              className="rounded-md"
            />
          )}
        </Link>
        {picture && <PictureNote picture={picture} />}
      </div>
      <div className="grid min-w-0 gap-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h2 className="font-display text-xl">
            <Link href={routes.product(product.slug)} className="hover:underline">
              {product.name}
            </Link>
          </h2>
          <Price className="text-lg">{money(line.totalMinor)}</Price>
          <p className="basis-full text-ink-soft text-sm">
            by {product.makerName}
            {quantity > 1 && <>, {money(line.unitMinor)} each</>}
          </p>
        </div>
        <SpecWords spec={line.spec} />
        {line.proof.sent && <p className="text-ink-soft text-sm">{proofWords}</p>}
        <p className="text-ink-soft text-sm">
          {returnWords(line.personalBecause, line.personalBecause === "")}
        </p>
        {line.problem && <Notice tone="danger">{line.problem}</Notice>}
        {line.wasUnitMinor !== null && !line.problem && (
          <Notice tone="accent">
            {line.priceKept
              ? "Our price has changed since you put this in your bag"
              : "The time for which we keep a price has gone by, and ours has changed since"}
            : it was {money(line.wasUnitMinor)}, and is now {money(line.unitMinor)}.
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Quantity line={line} change={change} pending={pending} />
          <ul className="flex flex-wrap items-center gap-x-5 text-sm">
            <li>
              <ActionLink href={edit}>Edit</ActionLink>
            </li>
            <li>
              <ActionLink href={`${edit}?mode=copy`}>Add another, changed</ActionLink>
            </li>
            {quantity > 1 && (
              <li>
                <ActionLink href={`${edit}?mode=one`}>Personalize one by itself</ActionLink>
              </li>
            )}
            <li>
              <form action={change}>
                <input type="hidden" name="line" value={line.id} />
                <button
                  type="submit"
                  name="intent"
                  value="remove"
                  className="inline-flex min-h-11 cursor-pointer items-center underline decoration-1 decoration-accent-bright underline-offset-4 hover:decoration-2"
                >
                  Remove<span className="sr-only"> {product.name}</span>
                </button>
              </form>
            </li>
          </ul>
        </div>
        <BagGift line={line} change={change} refused={refused} />
      </div>
    </li>
  );
}

/** What was chosen, in the words that order, mail and bench ticket will show. */
export function SpecWords({ spec }: { spec: BagLineView["spec"] }) {
  return (
    <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
      {spec.map(({ label, value }, index) => (
        <div key={`${index} ${label}`} className="contents">
          <dt className="text-ink-faint">{label}</dt>
          {/* What is engraved is shown space for space. */}
          <dd className="mb-1 whitespace-pre-wrap sm:mb-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Each button sends the number it leads to: two quick presses ask for the same, and nothing is counted twice. */
function Quantity({ line, change, pending }: Pick<BagLineProps, "line" | "change" | "pending">) {
  const { id, quantity, product } = line;
  const step = (to: number, label: string, sign: string) => (
    <button
      type="submit"
      name="quantity"
      value={to}
      className="min-h-11 min-w-11 cursor-pointer rounded-md hover:bg-paper-sunk aria-disabled:cursor-not-allowed aria-disabled:opacity-40"
      aria-disabled={pending || to < 1 || to > MAX_QUANTITY}
      onClick={(event) => {
        if (pending || to < 1 || to > MAX_QUANTITY) event.preventDefault();
      }}
    >
      <span aria-hidden="true" className="text-lg">
        {sign}
      </span>
      <span className="sr-only">{label}</span>
    </button>
  );
  return (
    <form action={change} className="inline-flex items-center rounded-md border border-line-strong">
      <input type="hidden" name="intent" value="quantity" />
      <input type="hidden" name="line" value={id} />
      {step(quantity - 1, `One ${product.name} less`, "−")}
      <span aria-live="polite" className="min-w-7 text-center text-sm tabular-nums">
        <span className="sr-only">Quantity: </span>
        {quantity}
      </span>
      {step(quantity + 1, `One ${product.name} more`, "+")}
    </form>
  );
}

function ActionLink({ href, children }: { href: string; children: string }) {
  return (
    <TextLink href={href as never} className="touch-line">
      {children}
    </TextLink>
  );
}
