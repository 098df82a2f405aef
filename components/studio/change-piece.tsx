import { EngravingAdvice } from "@/components/shop/personalize/engraving-advice";
import { PersonalizeForm } from "@/components/shop/personalize-form";
import { NoteField, ScopeField } from "@/components/studio/change-piece-fields";
import { PageHead, Panel } from "@/components/studio/page-head";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { andList } from "@/lib/domain/sentence";
import type { OfferView, ProductView, UsualArrival } from "@/lib/features/catalog/schema";
import type { PieceToChange } from "@/lib/features/proposals/schema";
import { proposeChangeAction } from "@/lib/features/proposals/studio-actions";
import { studioRoutes } from "@/lib/platform/studio-routes";

type Props = {
  piece: PieceToChange;
  /** null: the design is no longer in the shop, and has no form */
  shop: { product: ProductView; offer: OfferView; usual: UsualArrival } | null;
  answer: Awaited<ReturnType<typeof proposeChangeAction>>;
};

/** The product's own form, filled with what was last talked about. What comes of it is a question to the customer. */
export function ChangePiece({ piece, shop, answer }: Props) {
  const { number, productName, proposals } = piece;
  const [request] = proposals.requests;
  const [last] = proposals.proposals;
  return (
    <>
      <PageHead
        title={`Change ${number}`}
        lead={`${productName}. Nothing changes before the customer has agreed to it.`}
      >
        <TextLink href={studioRoutes.job(number)} className="inline-flex min-h-11 items-center">
          Back, without a change
        </TextLink>
      </PageHead>
      <div className="grid items-start gap-5 lg:grid-cols-[2fr_3fr]">
        <div className="grid gap-5">
          {request && (
            <Notice tone="warning" title="The customer asks">
              <p className="whitespace-pre-line">“{request.body}”</p>
            </Notice>
          )}
          {last?.status === "COMMENTED" && (
            <Notice tone="warning" title="The customer wrote about the proof">
              <p className="whitespace-pre-line">“{last.comment}”</p>
            </Notice>
          )}
          <Panel title="What can still be changed">
            {proposals.changeable.length > 0 ? (
              <p>{andList(proposals.changeable)}</p>
            ) : (
              <p className="text-danger">Nothing: the work has gone too far.</p>
            )}
            <p className="mt-2 text-ink-soft">
              The price below is today’s for a new piece. The customer pays or gets back only the difference
              that the change makes, worked out at today’s prices for both.
            </p>
          </Panel>
        </div>
        {shop ? (
          <Panel>
            <PersonalizeForm
              key={piece.version}
              product={formProduct(shop.product)}
              offer={shop.offer}
              usual={shop.usual}
              initial={piece.fields}
              priceAtOnce
              pieceOnly
              hidden={{ jobId: piece.jobId, jobNumber: number, version: String(piece.version) }}
              action={proposeChangeAction}
              answer={answer}
              engravingAdvice={<EngravingAdvice />}
              submitLabel={proposals.awaitsProof ? "Send it as a new proof" : "Send it to the customer"}
              pendingLabel="Sending"
            >
              <ScopeField alike={proposals.alike} />
              <NoteField />
            </PersonalizeForm>
          </Panel>
        ) : (
          <Notice tone="warning" title="This design isn’t in the shop any more">
            Its form is gone with it. Put it back into the shop for as long as you need it.
          </Notice>
        )}
      </div>
    </>
  );
}

function formProduct({ slug, name, currency, options, alloys, stones, homeCountry, proof }: ProductView) {
  return { slug, name, currency, options, alloys, stones, homeCountry, proof };
}
