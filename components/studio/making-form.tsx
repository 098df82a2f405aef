"use client";

import { useActionState } from "react";
import { useLatest } from "@/components/studio/use-latest";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { FINDING_ROWS, makingFields } from "@/lib/domain/making-plan";
import { formatMoney } from "@/lib/domain/money";
import { moneyForInput } from "@/lib/domain/money-input";
import { andList } from "@/lib/domain/sentence";
import type { MakingPreview, MakingToEdit } from "@/lib/features/catalog/making-schema";
import { changeProductMakingAction, previewProductMakingAction } from "@/lib/features/catalog/studio-actions";
import { errorAt } from "@/lib/platform/action-state";

type Props = {
  product: MakingToEdit;
  /** to a form that was sent without scripts */
  answers: {
    save: Awaited<ReturnType<typeof changeProductMakingAction>>;
    look: Awaited<ReturnType<typeof previewProductMakingAction>>;
  };
};

/** What a product's price is made of and by which stages it is made: seen first, then saved. */
export function MakingForm({ product, answers }: Props) {
  const [saved, save, saving] = useActionState(changeProductMakingAction, answers.save);
  const [seen, look, looking] = useActionState(previewProductMakingAction, answers.look);
  const { slug, version, making, stages, currency, sized } = product;
  const latest = useLatest(saved, seen);
  const told = latest && !latest.ok ? latest : null;
  const refused = told && told.code !== "STALE" ? told : null;
  const preview = latest === seen && seen?.ok && seen.value.version === version ? seen.value : null;
  const typed = refused ? refused.values : preview?.fields;
  const shown: Partial<Record<string, string>> = typed ?? stored(product);
  const field = (name: string, label: string, hint?: string) => (
    <TextField
      name={name}
      label={label}
      hint={hint}
      defaultValue={shown[name] ?? ""}
      error={errorAt(refused, name)}
      inputMode={name.endsWith("label") ? "text" : "decimal"}
      autoComplete="off"
    />
  );
  return (
    <form action={save} key={`${version} ${JSON.stringify(typed)}`} noValidate className="grid gap-6">
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="version" value={version} />
      {told && (
        <Notice tone="danger" role="alert">
          {told.message}
        </Notice>
      )}
      {latest?.ok && latest === saved && (
        <Notice tone="positive" role="status">
          Saved. The shop shows it within a moment.
        </Notice>
      )}
      <HandsMissing stages={preview?.withoutHands ?? product.withoutHands} />
      <fieldset className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <legend className="mb-2 font-medium">Weight</legend>
        {field("volumeMm3", "Metal, in mm³", "In the finished piece.")}
        {sized && field("referenceMm", "At the size, in mm", "Round the inside, or the length.")}
        {sized && field("volumePerMm", "mm³ a mm of size", "0 where size changes no weight.")}
        {field("lossPercent", "Loss, in per cent", "Casting and filing.")}
      </fieldset>
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-medium">Bought-in parts</legend>
        {Array.from(
          { length: Math.min(FINDING_ROWS, making.priceRule.findings.length + 2) },
          (_none, index) => (
            <div key={`finding ${index.toString()}`} className="grid grid-cols-[1fr_8rem] gap-3">
              {field(`finding.${index}.label`, `Part ${index + 1}`)}
              {field(`finding.${index}.price`, `Costs, in ${currency}`)}
            </div>
          ),
        )}
      </fieldset>
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-medium">Stages, in the order in which they are done</legend>
        <p className="text-ink-soft text-sm">
          Empty where this piece doesn’t need it. What is chosen adds its own: stones add setting, letters add
          engraving.
        </p>
        {stages.map(({ id, label, kind }) => (
          <div
            key={id}
            className="grid grid-cols-2 gap-3 border-line border-t pt-3 sm:grid-cols-[1fr_10rem_10rem]"
          >
            <p className="col-span-2 self-center font-medium sm:col-span-1">
              {label}{" "}
              <span className="font-normal text-ink-faint">{kind === "bench" ? "minutes" : "days away"}</span>
            </p>
            {field(`stage.${id}.typical`, "Typical")}
            {field(`stage.${id}.badDay`, "On a bad day")}
          </div>
        ))}
      </fieldset>
      {preview && <Effect preview={preview} />}
      <div className="flex flex-wrap gap-3">
        <SubmitButton formAction={look} variant="secondary" pending={looking} pendingLabel="One moment…">
          See what it does to the price
        </SubmitButton>
        <SubmitButton pending={saving} pendingLabel="One moment…">
          Save price and plan
        </SubmitButton>
      </div>
    </form>
  );
}

function stored({ making, stages, currency }: MakingToEdit): Record<string, string> {
  const findings = making.priceRule.findings.flatMap(({ label, minor }, index) => [
    [`finding.${index}.label`, label],
    [`finding.${index}.price`, moneyForInput(minor, currency)],
  ]);
  return { ...makingFields(making, stages), ...Object.fromEntries(findings) };
}

function Effect({ preview: { wasMinor, nowMinor, currency } }: { preview: MakingPreview }) {
  const words = (minor: number | null) => (minor === null ? "no price" : formatMoney(minor, currency));
  return (
    <p role="status" className="font-medium">
      {wasMinor === nowMinor
        ? `The simplest piece stays at ${words(nowMinor)}.`
        : `The simplest piece: from ${words(wasMinor)} to ${words(nowMinor)}.`}
    </p>
  );
}

function HandsMissing({ stages }: { stages: readonly string[] }) {
  if (stages.length === 0) return null;
  return (
    <Notice tone="warning" title={`Nobody at the bench can do ${andList(stages)}`}>
      No date can be given for it so, and it can’t be ordered. Give somebody the skill under Bench.
    </Notice>
  );
}
