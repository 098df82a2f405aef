import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BagLineEditor, type EditMode } from "@/components/shop/bag-line-editor";
import { Shell } from "@/components/shop/page-shell";
import { editLineAction } from "@/lib/features/cart/actions";
import { loadBagLine } from "@/lib/features/cart/loaders";
import { loadOffer, loadProduct, loadUsualDays } from "@/lib/features/catalog/loaders";
import { readAnswer } from "@/lib/platform/form-answer";

export const metadata: Metadata = { title: "Change a piece", robots: { index: false } };

// Rendered whole before it is sent: a part that streams in later is put in its place by a script, and never
// shows where there is none.
export const instant = false;

type Props = PageProps<"/bag/lines/[id]">;

export default async function BagLinePage({ params, searchParams }: Props) {
  const [{ id }, { mode }] = await Promise.all([params, searchParams]);
  const found = await loadBagLine(id);
  if (!found) notFound();
  const { slug } = found.line.product;
  const [product, offer, usual, answer] = await Promise.all([
    loadProduct(slug),
    loadOffer(slug),
    loadUsualDays(slug),
    readAnswer(editLineAction),
  ]);
  if (!product || !offer) notFound();
  return (
    <Shell>
      <BagLineEditor
        line={found.line}
        version={found.version}
        mode={toMode(mode, found.line.quantity)}
        product={product}
        offer={offer}
        usual={usual}
        answer={answer}
      />
    </Shell>
  );
}

function toMode(asked: unknown, quantity: number): EditMode {
  if (asked === "copy") return "copy";
  return asked === "one" && quantity > 1 ? "one" : "all";
}
