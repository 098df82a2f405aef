import type { ComponentProps } from "react";
import {
  ActionForm,
  ActionNotice,
  ActionScope,
  FormButton,
  FormSelect,
  FormText,
  FormTextarea,
  ScopedForm,
} from "@/components/studio/action-form";
import { ClaimFindings } from "@/components/studio/claim-findings";
import { MakingForm } from "@/components/studio/making-form";
import { OptionsEditor } from "@/components/studio/options/options-editor";
import { PageHead, Panel } from "@/components/studio/page-head";
import { ProductStatusBadge } from "@/components/studio/product-status-badge";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { proofSettingLabels, proofSettings } from "@/lib/domain/proof";
import {
  type changeProductOptionsAction,
  setProductProofAction,
  setProductStatusAction,
  updateProductCopyAction,
} from "@/lib/features/catalog/studio-actions";
import type { StudioProduct } from "@/lib/features/catalog/studio-schema";
import { routes } from "@/lib/platform/routes";
import { studioRoutes } from "@/lib/platform/studio-routes";

type ProductEditorProps = {
  product: StudioProduct;
  /** to forms that were sent without scripts */
  answers: {
    copy: Awaited<ReturnType<typeof updateProductCopyAction>>;
    options: Awaited<ReturnType<typeof changeProductOptionsAction>>;
    making: ComponentProps<typeof MakingForm>["answers"];
  };
};

export function ProductEditor({ product, answers }: ProductEditorProps) {
  return (
    <>
      <PageHead
        title={
          <span className="flex flex-wrap items-center gap-3">
            {product.name}
            <span className="font-sans">
              <ProductStatusBadge status={product.status} />
            </span>
          </span>
        }
        lead={product.makerName}
      >
        <TextLink href={studioRoutes.products} className="inline-flex min-h-11 items-center">
          All products
        </TextLink>
        <TextLink
          href={studioRoutes.productPictures(product.slug)}
          className="inline-flex min-h-11 items-center"
        >
          Pictures
        </TextLink>
        {product.status === "ACTIVE" && (
          <TextLink href={routes.product(product.slug)} className="inline-flex min-h-11 items-center">
            See it in the shop
          </TextLink>
        )}
        <StatusForm product={product} />
      </PageHead>
      {product.noDateBecause && (
        <Notice tone="warning" className="mb-5" title="The shop can give no date for it">
          {product.noDateBecause}
        </Notice>
      )}
      {/* A grid of its own: what is claimed stays beside the words, and leaves with them. */}
      <div className="mb-5 grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
        <div id="words">
          <Panel title="Words">
            <CopyForm product={product} answer={answers.copy} />
          </Panel>
        </div>
        <div className="grid gap-5 lg:sticky lg:top-16">
          <Panel title="Proof">
            <ProofForm product={product} />
          </Panel>
          <Panel title="Claims to look at">
            <ClaimFindings
              key={product.version}
              findings={product.findings}
              copy={product.copy}
              made={product.made}
              scope="words"
            />
          </Panel>
        </div>
      </div>
      <Panel title="Price and plan of work" className="mb-5">
        <MakingForm product={product.making} answers={answers.making} />
      </Panel>
      <OptionsEditor product={product.toEdit} answer={answers.options} />
    </>
  );
}

function StatusForm({ product: { slug, version, status } }: { product: StudioProduct }) {
  const next = status === "ACTIVE" ? "RETIRED" : "ACTIVE";
  return (
    <ActionScope action={setProductStatusAction}>
      <ActionNotice />
      <ScopedForm fields={{ slug, version, status: next }}>
        <FormButton variant={next === "RETIRED" ? "danger" : "primary"} size="sm">
          {next === "RETIRED" ? "Take it out of the shop" : "Put it in the shop"}
        </FormButton>
      </ScopedForm>
    </ActionScope>
  );
}

function ProofForm({ product: { slug, version, proof } }: { product: StudioProduct }) {
  return (
    <ActionForm
      action={setProductProofAction}
      version={version}
      fields={{ slug, version }}
      done="Saved. It holds for what is ordered from now on."
      className="grid gap-3"
    >
      <FormSelect
        name="proof"
        label="Send a proof before it is made"
        hint="The days that it takes are counted in the promise."
        defaultValue={proof}
      >
        {proofSettings.map((setting) => (
          <option key={setting} value={setting}>
            {proofSettingLabels[setting]}
          </option>
        ))}
      </FormSelect>
      <FormButton size="sm" className="justify-self-start">
        Save
      </FormButton>
    </ActionForm>
  );
}

function CopyForm({
  product: { slug, version, copy },
  answer,
}: {
  product: StudioProduct;
  answer: ProductEditorProps["answers"]["copy"];
}) {
  return (
    <ActionForm
      action={updateProductCopyAction}
      answer={answer}
      version={version}
      fields={{ slug, version }}
      done="Saved. The shop shows it within a moment."
      className="grid gap-4"
    >
      <FormText name="name" label="Name" defaultValue={copy.name} maxLength={80} required />
      <FormTextarea name="summary" label="In a sentence" rows={2} defaultValue={copy.summary} required />
      <FormTextarea
        name="story"
        label="Story"
        hint="Markdown."
        rows={10}
        defaultValue={copy.story}
        required
      />
      <FormTextarea
        name="making"
        label="How it is made"
        hint="Markdown. “Handmade” only where all shaping and finishing is by hand."
        rows={7}
        defaultValue={copy.making}
        required
      />
      <FormTextarea
        name="variationNote"
        label="How pieces differ"
        rows={2}
        defaultValue={copy.variationNote}
        required
      />
      <FormTextarea name="care" label="Care" hint="Markdown." rows={4} defaultValue={copy.care} required />
      <FormButton className="justify-self-start">Save</FormButton>
    </ActionForm>
  );
}
