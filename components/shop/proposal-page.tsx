import { Chapter } from "@/components/shop/page-shell";
import { Picture } from "@/components/shop/picture";
import { PictureNote } from "@/components/shop/picture-note";
import { PriceLines } from "@/components/shop/price-lines";
import { ProposalAnswer } from "@/components/shop/proposal-answer";
import { ProposalWords } from "@/components/shop/proposal-words";
import { DateText } from "@/components/ui/date";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { dayRangeWords, dayWords } from "@/lib/domain/day-words";
import { formatMoney } from "@/lib/domain/money";
import { pictureNote } from "@/lib/domain/pictured";
import { returnWords } from "@/lib/domain/returns";
import { andList } from "@/lib/domain/sentence";
import type { answerProposalAction } from "@/lib/features/proposals/actions";
import type { ProposalView } from "@/lib/features/proposals/schema";
import { routes } from "@/lib/platform/routes";

type Props = {
  proposal: ProposalView;
  token: string;
  /** to the form that was sent without scripts */
  answer: Awaited<ReturnType<typeof answerProposalAction>>;
  /** back from the payment page */
  paid: boolean;
};

/** One question to the buyer: may we make it so? With all that a yes means, and without signing in. */
export function ProposalPage({ proposal, token, answer, paid }: Props) {
  const { productName, orderNumber, orderToken, picture, pictureBefore } = proposal;
  return (
    <article className="pb-16">
      <header className="grid gap-4 pt-10 pb-10 sm:pt-16">
        <p className="text-ink-soft text-sm">
          <TextLink href={routes.order(orderToken)}>Order {orderNumber}</TextLink>, {productName}, sent on{" "}
          <DateText iso={proposal.sentOn}>{dayWords(proposal.sentOn)}</DateText>
        </p>
        <h1 className="max-w-[20ch] font-display text-4xl">{titleOf(proposal)}</h1>
        <div className="grid max-w-text gap-4 text-lg">
          <State proposal={proposal} paid={paid} />
        </div>
      </header>
      <section aria-label="The piece" className="grid gap-x-12 gap-y-8 pb-12 lg:grid-cols-12">
        <div className="grid content-start gap-4 lg:col-span-5">
          {picture && (
            <figure className="grid gap-2">
              <Picture picture={picture} sizes="(min-width: 64rem) 40vw, 92vw" className="rounded-md" lead />
              <figcaption className="text-ink-faint text-sm">
                {pictureNote(picture) ??
                  "Drawn from the words beside it. Where the two differ, the words hold."}
              </figcaption>
            </figure>
          )}
          {pictureBefore && pictureBefore.src !== picture?.src && (
            <Disclosure summary={<span className="text-sm">As it would be made now</span>}>
              <Picture picture={pictureBefore} sizes="(min-width: 64rem) 40vw, 92vw" className="rounded-md" />
              <PictureNote picture={pictureBefore} className="pt-2" />
            </Disclosure>
          )}
        </div>
        <div className="grid min-w-0 content-start gap-6 lg:col-span-7">
          {proposal.note && (
            <Notice tone="accent" title="From the workshop">
              <p className="whitespace-pre-line">{proposal.note}</p>
            </Notice>
          )}
          <ProposalWords words={proposal.words} />
          <Terms proposal={proposal} />
          {proposal.status === "OPEN" && <ProposalAnswer proposal={proposal} token={token} answer={answer} />}
          {proposal.status !== "OPEN" && answer && !answer.ok && (
            <Notice tone="danger" role="alert" title={answer.message} />
          )}
        </div>
      </section>
      {proposal.earlier.length > 0 && (
        <Chapter id="earlier" title="What went before">
          <Earlier proposal={proposal} />
        </Chapter>
      )}
    </article>
  );
}

function titleOf({ kind, changes, status }: ProposalView): string {
  if (status === "ACCEPTED") return kind === "PROOF" ? "You have approved it" : "Changed, as you agreed";
  if (kind === "PROOF") return changes ? "A new proof, with what is different" : "May we make it so?";
  return "Shall we make it so instead?";
}

function State({ proposal, paid }: { proposal: ProposalView; paid: boolean }) {
  const { kind, status, comment, pieces, piecesOfLine, expiresOn } = proposal;
  switch (status) {
    case "OPEN":
      return (
        <>
          {paid && (
            <Notice tone="accent" role="status" title="Thank you. We are waiting for your payment’s arrival">
              The change takes effect when it is there; this page says so then.
            </Notice>
          )}
          <p>
            {kind === "PROOF"
              ? "Please look closely, above all at names and dates. We begin when you have approved it, and not before."
              : "Nothing changes before you have confirmed it. Do nothing, and it is made as it was ordered."}
            {pieces.length > 1 && ` This goes for all ${pieces.length} pieces that are alike.`}
            {pieces.length === 1 && piecesOfLine > 1 && ` This is about piece ${pieces[0]} alone.`}
          </p>
          {expiresOn && (
            <p className="text-ink-soft text-base">
              You can confirm it until <DateText iso={expiresOn}>{dayWords(expiresOn)}</DateText>, as long as
              the work hasn’t gone past it.
            </p>
          )}
        </>
      );
    case "ACCEPTED":
      return (
        <p>
          {proposal.answeredOn && (
            <>
              On <DateText iso={proposal.answeredOn}>{dayWords(proposal.answeredOn)}</DateText>.{" "}
            </>
          )}
          This is how we make it, word for word.
        </p>
      );
    case "COMMENTED":
      return (
        <>
          <p>Thank you. We have what you wrote, and send you another proof.</p>
          <blockquote className="whitespace-pre-line border-line-strong border-s-2 ps-4 text-base">
            {comment}
          </blockquote>
        </>
      );
    default:
      return <p>{endings[status]}</p>;
  }
}

const endings = {
  DECLINED: "You have declined this. It is made as it was ordered.",
  WITHDRAWN: "This no longer holds: there is a newer one, or we have taken it back.",
  EXPIRED: "This wasn’t answered in time. It is made as it was ordered.",
  OVERTAKEN: "The work had gone on by then. It is made as it was ordered.",
} as const;

/** What a yes means in money and days. */
function Terms({ proposal }: { proposal: ProposalView }) {
  const {
    currency,
    totalDifferenceMinor: difference,
    later,
    changes,
    lines,
    unitMinor,
    personalBecause,
  } = proposal;
  if (!changes) return null;
  const money = formatMoney(Math.abs(difference), currency);
  return (
    <div className="grid gap-3 border-line border-t pt-5">
      <p>
        {difference === 0 && "The price stays the same."}
        {difference > 0 && `It costs ${money} more. You pay that when you confirm, and it takes effect then.`}
        {difference < 0 && `It costs ${money} less. That goes back to you when you confirm.`}
      </p>
      <p>
        {later ? (
          <>
            It takes longer: it leaves us by <DateText iso={later.shipBy}>{dayWords(later.shipBy)}</DateText>,
            and arrives {dayRangeWords(later.arrives.p50, later.arrives.p90)}.
          </>
        ) : (
          "Its date stays as it was promised."
        )}
      </p>
      <p className="text-ink-soft text-sm">{returnWords(personalBecause, personalBecause === "")}</p>
      <Disclosure summary={<span className="text-sm">What one of them will have cost, and why</span>}>
        <PriceLines lines={lines} totalMinor={unitMinor} currency={currency} />
      </Disclosure>
    </div>
  );
}

function Earlier({ proposal: { earlier } }: { proposal: ProposalView }) {
  return (
    <ol className="grid gap-6">
      {earlier.map(({ number, sentOn, changed, note, comment }) => (
        <li key={number} className="grid gap-2">
          <p className="text-ink-soft text-sm">
            Sent on <DateText iso={sentOn}>{dayWords(sentOn)}</DateText>
            {changed.length > 0 && <>; different since then: {andList(changed.map(lower))}</>}
          </p>
          {note && <p className="whitespace-pre-line">We wrote: “{note}”</p>}
          {comment && <p className="whitespace-pre-line">You wrote: “{comment}”</p>}
        </li>
      ))}
    </ol>
  );
}

function lower(label: string): string {
  return label.slice(0, 1).toLowerCase() + label.slice(1);
}
