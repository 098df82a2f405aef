import { ProposalWords } from "@/components/shop/proposal-words";
import { ActionForm, FormBox, FormButton, FormTextarea } from "@/components/studio/action-form";
import { Moment } from "@/components/studio/moment";
import { MoreOptions } from "@/components/studio/more-options";
import { Nothing, Panel } from "@/components/studio/page-head";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { Notice, type Tone } from "@/components/ui/notice";
import { formatMoney } from "@/lib/domain/money";
import { andList } from "@/lib/domain/sentence";
import type { PieceProposals, ProposalStatus, StudioProposal } from "@/lib/features/proposals/schema";
import {
  declineRequestAction,
  sendProofAction,
  withdrawProposalAction,
} from "@/lib/features/proposals/studio-actions";
import type { JobView } from "@/lib/features/workshop/views";
import { studioRoutes } from "@/lib/platform/studio-routes";

type Props = { job: JobView; proposals: PieceProposals; timeZone: string; className?: string };

/** What was put before the customer about this piece, what they said, and what may still be asked of them. */
export function PieceProposalsPanel({ job, proposals, timeZone, className = "" }: Props) {
  const { awaitsProof, changeable, requests, versions } = proposals;
  const open = proposals.proposals.find(({ status }) => status === "OPEN");
  const [last] = proposals.proposals;
  const silent = !awaitsProof && changeable.length === 0 && requests.length === 0;
  if (silent && proposals.proposals.length === 0 && versions.length < 2) return null;
  return (
    <Panel className={className} title="Proof and changes" id="proposals">
      <div className="grid gap-5">
        {requests.map((request) => (
          <Request key={request.requestId} request={request} timeZone={timeZone} />
        ))}
        {last?.status === "COMMENTED" && awaitsProof && (
          <Notice tone="warning" title="The customer would like something different">
            <p className="whitespace-pre-line">“{last.comment}”</p>
          </Notice>
        )}
        {open && <Open proposal={open} timeZone={timeZone} />}
        {changeable.length > 0 ? (
          <div className="flex flex-wrap items-start gap-3">
            <LinkButton href={studioRoutes.changePiece(job.number)} variant="secondary" size="sm">
              Change this piece
            </LinkButton>
            <p className="self-center text-ink-soft">Still possible: {andList(changeable)}.</p>
          </div>
        ) : (
          awaitsProof || <Nothing>The work has gone too far for a change.</Nothing>
        )}
        {awaitsProof && <SendProof job={job} proposals={proposals} open={open} />}
        <History proposals={proposals} timeZone={timeZone} />
      </div>
    </Panel>
  );
}

function SendProof({
  job,
  proposals,
  open,
}: {
  job: JobView;
  proposals: PieceProposals;
  open: StudioProposal | undefined;
}) {
  const again = open !== undefined;
  const form = (
    <ActionForm
      action={sendProofAction}
      version={job.version}
      fields={{ jobId: job.jobId, version: job.version }}
      done="The proof is on its way to the customer."
      className="grid gap-3"
    >
      <p className="text-ink-soft">
        {open?.changes
          ? "The customer gets the corrected proof that they have now once more, at the same price."
          : "The customer gets the picture and the words of this piece as they stand on this page."}
      </p>
      <FormTextarea name="note" label="A word to the customer" rows={2} maxLength={1000} optional />
      {proposals.alike > 0 && !open?.changes && (
        <FormBox
          name="scope"
          value="all"
          defaultChecked
          label={`For all ${proposals.alike + 1} pieces that are alike`}
        />
      )}
      <FormButton className="justify-self-start">{again ? "Send it again" : "Send the proof"}</FormButton>
    </ActionForm>
  );
  return again ? <MoreOptions label="Send it again, as it is">{form}</MoreOptions> : form;
}

function Open({ proposal, timeZone }: { proposal: StudioProposal; timeZone: string }) {
  return (
    <div className="grid gap-3">
      <Notice
        tone="accent"
        title={
          proposal.kind === "PROOF" ? "The proof is with the customer" : "A change waits for the customer"
        }
      >
        Sent <Moment at={proposal.sentAt} timeZone={timeZone} />
        {proposal.sentBy && ` by ${proposal.sentBy}`}.{" "}
        {proposal.changes &&
          "If work begins that fixes what would change, the customer can no longer agree to it."}
      </Notice>
      {proposal.linkClosed && (
        <Notice tone="warning" title="The customer can’t open it any more">
          Its link was closed together with the order’s. Please send it again.
        </Notice>
      )}
      {proposal.changes && (
        <>
          <ProposalWords words={proposal.words.filter(({ changed }) => changed)} />
          <Money proposal={proposal} />
        </>
      )}
      <ActionForm
        action={withdrawProposalAction}
        fields={{ proposalId: proposal.proposalId }}
        done="Taken back. Its link says so."
      >
        <FormButton variant="quiet" size="sm">
          Take it back
        </FormButton>
      </ActionForm>
    </div>
  );
}

function Money({ proposal }: { proposal: StudioProposal }) {
  const { totalDifferenceMinor: difference, currency } = proposal;
  if (difference === 0) return <p className="text-ink-soft">The price stays the same.</p>;
  const money = formatMoney(Math.abs(difference), currency);
  return (
    <p className="text-ink-soft">
      {difference > 0
        ? `${money} more, paid by the customer first.`
        : `${money} less, paid back when they agree.`}
    </p>
  );
}

function Request({ request, timeZone }: { request: PieceProposals["requests"][number]; timeZone: string }) {
  return (
    <div className="grid gap-3">
      <Notice tone="warning" title="The customer asks for a change">
        <p className="whitespace-pre-line">“{request.body}”</p>
        <p className="text-ink-soft">
          <Moment at={request.at} timeZone={timeZone} />
        </p>
      </Notice>
      <MoreOptions label="Answer without a change">
        <ActionForm
          action={declineRequestAction}
          fields={{ requestId: request.requestId }}
          done="The customer gets your answer by mail."
          className="grid gap-3"
        >
          <FormTextarea
            name="answer"
            label="Why not"
            hint="The customer reads this, word for word."
            rows={3}
            maxLength={1000}
            required
          />
          <FormButton size="sm" className="justify-self-start">
            Send the answer
          </FormButton>
        </ActionForm>
      </MoreOptions>
    </div>
  );
}

const statusWords: Record<ProposalStatus, { label: string; tone: Tone }> = {
  OPEN: { label: "waiting", tone: "accent" },
  ACCEPTED: { label: "agreed", tone: "positive" },
  COMMENTED: { label: "commented", tone: "warning" },
  DECLINED: { label: "declined", tone: "neutral" },
  WITHDRAWN: { label: "taken back", tone: "neutral" },
  EXPIRED: { label: "ended", tone: "neutral" },
  OVERTAKEN: { label: "too late", tone: "danger" },
};

function History({
  proposals: { proposals, versions },
  timeZone,
}: {
  proposals: PieceProposals;
  timeZone: string;
}) {
  if (proposals.length === 0) return null;
  return (
    <details>
      <summary className="touch-line cursor-pointer text-ink-soft underline underline-offset-4">
        All that was asked{versions.length > 1 && `, and ${versions.length} versions`}
      </summary>
      <ol className="mt-3 divide-y divide-line">
        {proposals.map((proposal) => (
          <li key={proposal.proposalId} className="grid gap-2 py-3">
            <p className="flex flex-wrap items-baseline gap-2">
              <span className="font-medium">
                {proposal.kind === "PROOF" ? "Proof" : "Change"} {proposal.number}
              </span>
              <Badge tone={statusWords[proposal.status].tone}>{statusWords[proposal.status].label}</Badge>
              <span className="text-ink-faint text-xs">
                <Moment at={proposal.sentAt} timeZone={timeZone} /> · spec {proposal.specHash.slice(0, 12)}
              </span>
            </p>
            {proposal.changes && <ProposalWords words={proposal.words.filter(({ changed }) => changed)} />}
            {proposal.changes && <Money proposal={proposal} />}
            {proposal.note && <p className="text-ink-soft">We wrote: “{proposal.note}”</p>}
            {proposal.comment && <p>They wrote: “{proposal.comment}”</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}
