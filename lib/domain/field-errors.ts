import type * as z from "zod/mini";

/** One wrong field: `path` as form and API name it ("engraving.0.text"), `message` in a shopper's words. */
export type FieldError = { path: string; code: string; message: string; waysOut?: WayOut[] };

/** What would mend it, as data beside the words of `message`: another text, typeface or letter height. */
export type WayOut = { label: string; text?: string; font?: string; heightMm?: number };

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** All that a schema found in `input`, one entry for each field; unknown keys one by one. */
export function fieldErrors(
  error: { issues: readonly Issue[] },
  input: unknown,
  prefix: Path = [],
): FieldError[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys")
      return [{ path: joinPath(prefix, issue.path), code: codeOf(issue, input), message: issue.message }];
    return issue.keys.map((key) => ({
      path: joinPath(prefix, [...issue.path, key.slice(0, 60)]),
      code: "UNKNOWN_KEY",
      message: "This isn't something that can be chosen here. Take it out.",
    }));
  });
}

function joinPath(prefix: Path, path: Path): string {
  return [...prefix, ...path].map(String).join(".");
}

function codeOf(issue: Issue, input: unknown): string {
  if (issue.code === "custom") {
    const code: unknown = issue.params?.code;
    return typeof code === "string" ? code : "INVALID";
  }
  if (issue.code === "invalid_type" && valueAt(input, issue.path) === undefined) return "REQUIRED";
  return codes[issue.code] ?? "INVALID";
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

const codes: Partial<Record<Issue["code"], string>> = {
  invalid_type: "WRONG_TYPE",
  invalid_value: "NOT_OFFERED",
  too_big: "TOO_LONG",
  too_small: "TOO_SHORT",
  invalid_format: "WRONG_FORMAT",
};
