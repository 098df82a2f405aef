import { invalidRequest } from "./errors";

/** Parameters as Stripe receives them: strings, nested by `a[b][0]=c`. Arrays are maps with index keys. */
export type FormValue = string | FormMap;
export type FormMap = Map<string, FormValue>;

const deepest = 12;

export function decodeForm(encoded: string): FormMap {
  const root: FormMap = new Map();
  for (const [name, value] of new URLSearchParams(encoded)) place(root, pathOf(name), value, name);
  return root;
}

/** The same parameters in any order and notation have the same canonical text. */
export function canonicalForm(form: FormMap, prefix = ""): string {
  const lines: string[] = [];
  for (const [key, value] of form) {
    const path = prefix ? `${prefix}[${key}]` : key;
    lines.push(typeof value === "string" ? `${path}=${value}` : canonicalForm(value, path));
  }
  return lines.sort().join("\n");
}

function pathOf(name: string): string[] {
  const head = name.match(/^[^[\]]+/)?.[0];
  const rest = name.slice(head?.length ?? 0);
  if (!head || !/^(\[[^[\]]*\])*$/.test(rest)) throw invalidRequest(`Invalid parameter name: ${name}`);
  return [head, ...[...rest.matchAll(/\[([^[\]]*)\]/g)].map((part) => part[1] ?? "")];
}

function place(root: FormMap, path: string[], value: string, name: string): void {
  if (path.length > deepest) throw invalidRequest(`Parameter nested too deeply: ${name}`);
  let target = root;
  for (const segment of path.slice(0, -1)) {
    const key = segment || String(target.size);
    const next = target.get(key) ?? new Map<string, FormValue>();
    if (typeof next === "string") throw invalidRequest(`Invalid object`, { param: name });
    target.set(key, next);
    target = next;
  }
  target.set(path.at(-1) || String(target.size), value);
}
