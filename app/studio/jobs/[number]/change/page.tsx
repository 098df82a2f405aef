import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChangePiece } from "@/components/studio/change-piece";
import { loadOffer, loadProduct, loadUsualDays } from "@/lib/features/catalog/loaders";
import { proposeChangeAction } from "@/lib/features/proposals/studio-actions";
import { loadPieceToChange } from "@/lib/features/workshop/studio-loaders";
import { readAnswer } from "@/lib/platform/form-answer";

// Rendered whole before it is sent: its form works without scripts, and then must show what was wrong.
export const instant = false;

type Props = PageProps<"/studio/jobs/[number]/change">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Change ${decodeURIComponent((await params).number)}` };
}

export default async function ChangePiecePage({ params }: Props) {
  const piece = await loadPieceToChange(decodeURIComponent((await params).number));
  if (!piece) notFound();
  const { productSlug: slug } = piece;
  const [product, offer, usual, answer] = await Promise.all([
    loadProduct(slug),
    loadOffer(slug),
    loadUsualDays(slug),
    readAnswer(proposeChangeAction),
  ]);
  return <ChangePiece piece={piece} shop={product && offer && { product, offer, usual }} answer={answer} />;
}
