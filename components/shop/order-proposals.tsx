import { AskChange } from "@/components/shop/ask-change";
import { Chapter } from "@/components/shop/page-shell";
import { DateText } from "@/components/ui/date";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { dayWords } from "@/lib/domain/day-words";
import type { OrderStory } from "@/lib/features/orders/schema";
import type { askChangeAction } from "@/lib/features/proposals/actions";
import { routes } from "@/lib/platform/routes";

type Proposal = OrderStory["proposals"][number];
type Props = {
  story: OrderStory;
  token: string;
  asked: boolean;
  answer: Awaited<ReturnType<typeof askChangeAction>>;
};

/** Proofs and changes: what waits for the buyer first, what became of the others, and a wish of their own. */
export function OrderProposals({ story, token, asked, answer }: Props) {
  const { proposals, changeable } = story;
  const open = proposals.filter(({ status }) => status === "OPEN");
  const done = proposals.filter(({ status }) => status !== "OPEN" && status !== "WITHDRAWN");
  if (proposals.length === 0 && changeable.length === 0) return null;
  return (
    <Chapter
      id="proposals"
      title={open.length > 0 ? "Waiting for you" : "Proofs and changes"}
      lead={open.length > 0 ? "Please have a look: it goes on when you have answered." : undefined}
    >
      <div className="grid gap-6">
        {open.map((proposal) => (
          <div key={proposal.token} className="grid justify-items-start gap-3">
            <p className="font-medium">
              {proposal.kind === "PROOF" ? "A proof of your" : "A change of your"} {proposal.productName},
              sent on <DateText iso={proposal.sentOn}>{dayWords(proposal.sentOn)}</DateText>
            </p>
            <LinkButton href={routes.proposal(proposal.token)}>
              {proposal.kind === "PROOF" ? "Look at the proof" : "Look at the change"}
            </LinkButton>
          </div>
        ))}
        {done.length > 0 && (
          <ul className="grid gap-1">
            {done.map((proposal) => (
              <li key={proposal.token}>
                <TextLink href={routes.proposal(proposal.token)} className="touch-line">
                  {proposal.kind === "PROOF" ? "Proof" : "Change"} of{" "}
                  <DateText iso={proposal.sentOn}>{dayWords(proposal.sentOn)}</DateText>
                </TextLink>
                : {outcomes[proposal.status](proposal.kind)}
              </li>
            ))}
          </ul>
        )}
        {asked && (
          <Notice tone="positive" role="status" title="Thank you: your wish is with the workshop">
            We answer by e-mail. Nothing changes until then, and what we propose waits for your yes.
          </Notice>
        )}
        {changeable.length > 0 && <AskChange story={story} token={token} answer={answer} />}
      </div>
    </Chapter>
  );
}

const outcomes: Record<Proposal["status"], (kind: Proposal["kind"]) => string> = {
  OPEN: () => "waiting for you",
  ACCEPTED: (kind) => (kind === "PROOF" ? "you approved it" : "you agreed to it"),
  COMMENTED: () => "you commented on it",
  DECLINED: () => "you declined it",
  WITHDRAWN: () => "taken back",
  EXPIRED: () => "it ended without an answer",
  OVERTAKEN: () => "it came too late",
};
