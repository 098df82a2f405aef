import type { FieldError, Ok, Refusal } from "@/lib/platform/errors";

/** What can go wrong around any action; what can go wrong inside one, its own codes say. */
export type ShellCode =
  | "INVALID_INPUT"
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "TOO_MANY_REQUESTS"
  | "UNEXPECTED";

/** A refusal as a form shows it: always a sentence, the fields at fault, and what was typed, to fill it again. */
export type ShownRefusal<C extends string = string> = Refusal<C> & {
  message: string;
  errors: FieldError[];
  values: Record<string, string>;
};

/** What `useActionState` holds: null before the first submission. */
export type ActionState<T = null, C extends string = string> = Ok<T> | ShownRefusal<C | ShellCode> | null;

/** The sentence beside a field, if there is one: `path` as in the form's name ("engraving.inside.text"). */
export function errorAt(state: ActionState<unknown> | undefined, path: string): string | undefined {
  if (!state || state.ok) return undefined;
  return state.errors.find((error) => error.path === path)?.message;
}
