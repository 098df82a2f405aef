import type { WayOut } from "@/lib/domain/field-errors";

/** One wrong field: `path` as the form or the API names it, `message` in words that a shopper understands. */
export type FieldError = { path: string; code: string; message: string; waysOut?: WayOut[] };

/** An expected no. It is returned, never thrown; `code` is UPPER_SNAKE and decides what the shell answers. */
export type Refusal<C extends string = string> = {
  ok: false;
  code: C;
  message?: string;
  errors?: FieldError[];
  /** what the form is filled with again, where that isn't what was typed */
  values?: Record<string, string>;
};

export type Ok<T> = { ok: true; value: T };
export type Result<T, C extends string = string> = Ok<T> | Refusal<C>;

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function refuse<C extends string>(
  code: C,
  more: Pick<Refusal, "message" | "errors" | "values"> = {},
): Refusal<C> {
  return { ok: false, code, ...more };
}

/** For the end of an exhaustive switch: the compiler objects when a case is forgotten. */
export function assertNever(value: never): never {
  throw new Error(`A case was forgotten: ${JSON.stringify(value)}`);
}
