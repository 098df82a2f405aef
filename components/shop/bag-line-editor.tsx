import { PageHead } from "@/components/shop/page-shell";
import { EngravingAdvice } from "@/components/shop/personalize/engraving-advice";
import { PersonalizeForm } from "@/components/shop/personalize-form";
import { ProductGallery } from "@/components/shop/product-gallery";
import { TextLink } from "@/components/ui/text-link";
import { editLineAction } from "@/lib/features/cart/actions";
import type { BagLineView } from "@/lib/features/cart/schema";
import type { OfferView, ProductView, UsualArrival } from "@/lib/features/catalog/schema";
import { routes } from "@/lib/platform/routes";

/** The whole line, one piece of it, or another piece that begins like it. */
export type EditMode = "all" | "one" | "copy";

type BagLineEditorProps = {
  line: BagLineView;
  version: number;
  mode: EditMode;
  product: ProductView;
  offer: OfferView;
  usual: UsualArrival;
  /** to a form sent without scripts */
  answer: Awaited<ReturnType<typeof editLineAction>>;
};

const titles: Record<EditMode, string> = {
  all: "Change this piece",
  one: "One piece by itself",
  copy: "Another, changed",
};
const submits: Record<EditMode, string> = {
  all: "Save the changes",
  one: "Save this one",
  copy: "Add to bag",
};

/** The product's own form, filled with what the line says. */
export function BagLineEditor({ line, version, mode, product, offer, usual, answer }: BagLineEditorProps) {
  const { slug, name, currency, options, alloys, stones, homeCountry, proof } = product;
  const quantity = mode === "all" ? String(line.quantity) : "1";
  const gift = line.gift ? { gift: "on", giftMessage: line.giftMessage } : {};
  const wish: Record<string, string> = line.proof.wished ? { proof: "on" } : {};
  const alone: Record<string, string> = mode === "one" ? { ...gift, ...wish, quantity: "1" } : {};
  return (
    <>
      <PageHead title={titles[mode]} lead={leadOf(mode, line)} />
      <div id="edited-piece" className="grid gap-x-12 gap-y-6 pb-16 lg:grid-cols-[5fr_7fr] xl:gap-x-16">
        <div className="grid content-start gap-4 sm:max-w-md">
          <ProductGallery product={product} metal={line.fields.metal ?? ""} scope="edited-piece" />
          <p className="font-display text-xl">{name}</p>
          <p>
            <TextLink href={routes.bag}>Back to the bag, without a change</TextLink>
          </p>
        </div>
        <PersonalizeForm
          key={`${line.id} ${version} ${mode}`}
          product={{ slug, name, currency, options, alloys, stones, homeCountry, proof }}
          offer={offer}
          usual={usual}
          initial={{ ...line.fields, ...gift, ...wish, quantity }}
          priceAtOnce
          pieceOnly={mode === "one"}
          hidden={{ line: line.id, version: String(version), mode, ...alone }}
          action={editLineAction}
          answer={answer}
          engravingAdvice={<EngravingAdvice />}
          submitLabel={submits[mode]}
          pendingLabel="Saving"
        />
      </div>
    </>
  );
}

function leadOf(mode: EditMode, line: BagLineView): string {
  switch (mode) {
    case "all":
      return line.quantity > 1
        ? `All ${line.quantity} of these will be made as you say here.`
        : "It will be made exactly as you say here.";
    case "one":
      return `One of your ${line.quantity} becomes a line of its own; the others stay as they are. After that you can go on with the next.`;
    case "copy":
      return "What you have stays in your bag as it is. This is one more, which begins the same.";
  }
}
