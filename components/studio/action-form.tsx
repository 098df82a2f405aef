"use client";

import { type ComponentProps, createContext, type ReactNode, use, useActionState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { SelectField, TextareaField, TextField } from "@/components/ui/text-field";
import { type ActionState, errorAt } from "@/lib/platform/action-state";

type Action<T, C extends string> = (
  previous: ActionState<T, C>,
  form: FormData,
) => Promise<ActionState<T, C>>;
type PlainState = ActionState<unknown>;
type Scope = { state: PlainState; submit: (form: FormData) => void; pending: boolean };

type ScopeProps<T, C extends string> = {
  action: Action<T, C>;
  /** to the form that was sent without scripts, on pages that read it */
  answer?: ActionState<T, C>;
  children: ReactNode;
};

const ScopeContext = createContext<Scope | null>(null);

/**
 * Holds the answer of one action for all the small forms within. The forms come and go as the piece moves on;
 * the answer ("changed by Mara a minute ago") must not vanish with the one that was pressed.
 */
export function ActionScope<T, C extends string>({ action, answer = null, children }: ScopeProps<T, C>) {
  // What an answer carries is nobody's business here: forms show whether it worked, and which words come back.
  const plain = action as (previous: PlainState, form: FormData) => Promise<PlainState>;
  const [state, submit, pending] = useActionState(plain, answer);
  return <ScopeContext value={{ state, submit, pending }}>{children}</ScopeContext>;
}

/** What went wrong, or `done` where it worked. Put it where it stays in sight. */
export function ActionNotice({ done, className }: { done?: string; className?: string }) {
  const { state } = useScope();
  if (!state) return null;
  const place = className ? { className } : {};
  if (state.ok) {
    return done ? (
      <Notice tone="positive" role="status" {...place}>
        {done}
      </Notice>
    ) : null;
  }
  return (
    <Notice tone="danger" role="alert" {...place}>
      {state.message}
    </Notice>
  );
}

type ScopedFormProps = Omit<ComponentProps<"form">, "action"> & { fields?: Record<string, string | number> };

/** `fields` go along unseen. */
export function ScopedForm({ fields = {}, children, ...rest }: ScopedFormProps) {
  const { submit } = useScope();
  return (
    <form action={submit} {...rest}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

type ActionFormProps<T, C extends string> = ScopedFormProps & {
  action: Action<T, C>;
  done?: string;
  /** of what is edited: a new one, by whomever, brings fresh fields; the answer stays in sight */
  version?: string | number;
  answer?: ActionState<T, C>;
};

/** One action, one form: the common case. */
export function ActionForm<T, C extends string>({
  action,
  done,
  version,
  answer = null,
  ...form
}: ActionFormProps<T, C>) {
  return (
    <ActionScope action={action} answer={answer}>
      <ActionNotice className="mb-4" {...(done ? { done } : {})} />
      <ScopedForm key={version} {...form} />
    </ActionScope>
  );
}

type Named = { name: string };

export function FormText({ name, defaultValue, ...rest }: ComponentProps<typeof TextField> & Named) {
  const { error, typed } = useField(name);
  return <TextField name={name} error={error} defaultValue={typed ?? defaultValue} {...rest} />;
}

export function FormTextarea({ name, defaultValue, ...rest }: ComponentProps<typeof TextareaField> & Named) {
  const { error, typed } = useField(name);
  return <TextareaField name={name} error={error} defaultValue={typed ?? defaultValue} {...rest} />;
}

export function FormSelect({ name, defaultValue, ...rest }: ComponentProps<typeof SelectField> & Named) {
  const { error, typed } = useField(name);
  const value = typed ?? defaultValue;
  // React sets a select's default only when it is first shown: what was chosen comes back with a new one.
  return <SelectField key={String(value)} name={name} error={error} defaultValue={value} {...rest} />;
}

export function FormBox({ name, defaultChecked, ...rest }: ComponentProps<typeof Checkbox> & Named) {
  const { typed, echoes } = useField(name);
  const checked = echoes ? typed !== undefined : defaultChecked;
  // As with a select: what was ticked comes back with a new one.
  return <Checkbox key={String(checked)} name={name} defaultChecked={checked} {...rest} />;
}

/** Folded away, but never with something in it that needs another look. */
export function FormFold({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  const { state } = useScope();
  const open = state !== null && !state.ok;
  return (
    <details key={String(open)} open={open} className="border-line border-b">
      <summary className="flex min-h-11 cursor-pointer items-center gap-3 py-2">{summary}</summary>
      <div className="pt-1 pb-5">{children}</div>
    </details>
  );
}

/** What is wrong with a group of fields that have no place of their own for it ("hours.3.endMinute"). */
export function FormErrors({ prefix }: { prefix: string }) {
  const { state } = useScope();
  const errors = state && !state.ok ? state.errors.filter(({ path }) => path.startsWith(prefix)) : [];
  return [...new Set(errors.map(({ message }) => message))].map((message) => (
    <p key={message} role="alert" className="text-danger text-sm">
      {message}
    </p>
  ));
}

export function FormButton({ pendingLabel = "One moment…", ...rest }: PartialPending) {
  return <SubmitButton pendingLabel={pendingLabel} {...rest} />;
}

type PartialPending = Omit<ComponentProps<typeof SubmitButton>, "pendingLabel"> & { pendingLabel?: string };

function useField(name: string): { error: string | undefined; typed: string | undefined; echoes: boolean } {
  const { state } = useScope();
  // Out of date: what a colleague saved is shown, not what would overwrite it.
  const refused = state && !state.ok && state.code !== "STALE" ? state : null;
  return { error: errorAt(state, name), typed: refused?.values[name], echoes: refused !== null };
}

function useScope(): Scope {
  const scope = use(ScopeContext);
  if (!scope) throw new Error("A form of the studio stands outside an ActionScope");
  return scope;
}
