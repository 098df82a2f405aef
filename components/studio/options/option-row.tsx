import type { ReactNode } from "react";
import { ActionNotice, ActionScope, FormButton, FormFold, ScopedForm } from "@/components/studio/action-form";
import { MoreOptions } from "@/components/studio/more-options";
import { type OptionPart, optionLists } from "@/lib/domain/option-rows";
import type { OptionsToEdit } from "@/lib/features/catalog/options-schema";
import { changeProductOptionsAction } from "@/lib/features/catalog/studio-actions";

type Answer = Awaited<ReturnType<typeof changeProductOptionsAction>>;

type OptionRowProps = {
  /** to a form sent without scripts, of whichever row */
  answer: Answer;
  product: OptionsToEdit;
  part: OptionPart;
  /** null: a new one */
  index: number | null;
  /** of the row itself: other rows may change without emptying this form */
  version: string;
  summary: ReactNode;
  removable?: boolean;
  children: ReactNode;
};

/** One row of a product's options: a form of its own, so that what is typed in another stays. */
export function OptionRow({ product, part, index, version, summary, answer, ...rest }: OptionRowProps) {
  const { removable, children } = rest;
  const fields = { slug: product.slug, version: product.version, part, index: index ?? "new" };
  return (
    <ActionScope action={changeProductOptionsAction} answer={isOfRow(answer, fields) ? answer : null}>
      <ActionNotice
        className="my-3"
        done={index === null ? "Added." : "Saved. The shop shows it within a moment."}
      />
      <FormFold summary={summary}>
        <ScopedForm key={version} fields={fields} className="grid gap-4">
          {children}
          <div className="flex flex-wrap items-start gap-3">
            <FormButton
              name="intent"
              value="save"
              size="sm"
              variant={index === null ? "secondary" : "primary"}
            >
              {index === null ? "Add it" : "Save"}
            </FormButton>
            <Moves product={product} part={part} index={index} />
            {removable && index !== null && (
              <MoreOptions label="Take it out">
                <p className="mb-3 text-ink-soft text-sm">
                  What is ordered is made all the same. What lies in a bag with it can’t be ordered any more,
                  and the bag says so.
                </p>
                <FormButton name="intent" value="remove" size="sm" variant="danger">
                  Yes, take it out
                </FormButton>
              </MoreOptions>
            )}
          </div>
        </ScopedForm>
      </FormFold>
    </ActionScope>
  );
}

/** The order in the list is the order in which shoppers see it. */
function Moves({ product, part, index }: Pick<OptionRowProps, "product" | "part" | "index">) {
  const list = optionLists[part];
  const count = list ? product.options[list].length : 0;
  if (index === null || count < 2) return null;
  return (
    <>
      {index > 0 && (
        <FormButton name="intent" value="up" size="sm" variant="quiet">
          Move up
        </FormButton>
      )}
      {index < count - 1 && (
        <FormButton name="intent" value="down" size="sm" variant="quiet">
          Move down
        </FormButton>
      )}
    </>
  );
}

/** What was refused stands beside its own form; what was saved is said above all of them. */
function isOfRow(answer: Answer, { part, index }: { part: OptionPart; index: number | string }): boolean {
  return (
    answer !== null && !answer.ok && answer.values.part === part && answer.values.index === String(index)
  );
}
