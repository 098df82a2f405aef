import { notFound } from "next/navigation";
import { Shell } from "@/components/shop/page-shell";
import { ProposalPage } from "@/components/shop/proposal-page";
import { answerProposalAction } from "@/lib/features/proposals/actions";
import { loadProposal } from "@/lib/features/proposals/loaders";
import { readAnswer } from "@/lib/platform/form-answer";

// Rendered whole before it is sent: a part that streams in later is put in its place by a script, and never
// shows where there is none.
export const instant = false;

type Props = PageProps<"/proposals/[token]">;

export default async function ProposalAnswerPage({ params, searchParams }: Props) {
  const [{ token }, { paid }] = await Promise.all([params, searchParams]);
  const [proposal, answer] = await Promise.all([loadProposal(token), readAnswer(answerProposalAction)]);
  // proxy.ts has answered wrong keys with 404 already.
  if (!proposal) notFound();
  return (
    <Shell>
      <ProposalPage proposal={proposal} token={token} answer={answer} paid={paid === "1"} />
    </Shell>
  );
}
