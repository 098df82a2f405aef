import { invalidRequest, notImitated, StripeApiError } from "./errors";
import type { FormMap, FormValue } from "./form-encoding";

/** Reads one parameter, or throws the error that Stripe would answer. `undefined` means that it was not sent. */
export interface Parameter<T> {
  parse(value: FormValue | undefined, path: string): T;
}

type Shape = Record<string, Parameter<unknown>>;
type Parsed<S extends Shape> = { [K in keyof S]: S[K] extends Parameter<infer T> ? T : never };
export type ParsedParameters<P> = P extends Parameter<infer T> ? T : never;

export function parseParameters<T>(parameter: Parameter<T>, form: FormMap): T {
  return parameter.parse(form, "");
}

export function required<T>(inner: Parameter<T>): Parameter<Exclude<T, undefined>> {
  return {
    parse(value, path) {
      if (value === undefined) {
        throw invalidRequest(`Missing required param: ${path}.`, { code: "parameter_missing", param: path });
      }
      return inner.parse(value, path) as Exclude<T, undefined>;
    },
  };
}

export function text(limits: { max?: number } = {}): Parameter<string | undefined> {
  return {
    parse(value, path) {
      if (value === undefined) return undefined;
      const given = scalar(value, path);
      const max = limits.max ?? 5000;
      if (given.length > max) {
        throw invalidRequest(
          `Invalid string: ${given.slice(0, 5)}…${given.slice(-5)}; must be at most ${max} characters`,
          { param: path },
        );
      }
      return given;
    },
  };
}

export function oneOf<const O extends readonly string[]>(options: O): Parameter<O[number] | undefined> {
  return {
    parse(value, path) {
      if (value === undefined) return undefined;
      const given = scalar(value, path);
      if (options.includes(given)) return given;
      throw invalidRequest(`Invalid ${path}: must be one of ${listed(options)}`, { param: path });
    },
  };
}

export function integer(limits: { min?: number; max?: number } = {}): Parameter<number | undefined> {
  return {
    parse(value, path) {
      if (value === undefined) return undefined;
      const given = scalar(value, path);
      const details = { code: "parameter_invalid_integer", param: path };
      if (!/^-?\d{1,15}$/.test(given)) throw invalidRequest(`Invalid integer: ${given}`, details);
      const number = Number(given);
      if (limits.min !== undefined && number < limits.min) {
        const rule =
          limits.min === 0
            ? "Invalid non-negative integer"
            : `This value must be greater than or equal to ${limits.min}.`;
        throw invalidRequest(rule, details);
      }
      if (limits.max !== undefined && number > limits.max) {
        throw invalidRequest(
          `This value must be less than or equal to ${limits.max} (currently ${given}).`,
          details,
        );
      }
      return number;
    },
  };
}

export function flag(): Parameter<boolean | undefined> {
  return {
    parse(value, path) {
      if (value === undefined) return undefined;
      const given = scalar(value, path);
      if (given === "true" || given === "false") return given === "true";
      throw invalidRequest(`Invalid boolean: ${given}`, { param: path });
    },
  };
}

export function url(): Parameter<string | undefined> {
  return {
    parse(value, path) {
      if (value === undefined) return undefined;
      const given = scalar(value, path);
      // The session's placeholder is allowed anywhere, although braces alone are no part of an address.
      const address = given.replaceAll("{CHECKOUT_SESSION_ID}", "x");
      if (!URL.canParse(address) || !/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) {
        throw invalidRequest("Not a valid URL", { code: "url_invalid", param: path });
      }
      return given;
    },
  };
}

export function email(): Parameter<string | undefined> {
  return {
    parse(value, path) {
      if (value === undefined) return undefined;
      const given = scalar(value, path);
      if (/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(given) && given.length <= 512) return given;
      throw invalidRequest(`Invalid email address: ${given}`, { code: "email_invalid", param: path });
    },
  };
}

/** Up to 50 keys of 40 characters with values of 500, as Stripe documents. An empty string clears all. */
export function metadata(): Parameter<Record<string, string>> {
  return {
    parse(value, path) {
      if (value === undefined || value === "") return {};
      if (typeof value === "string") throw invalidRequest("Invalid object", { param: path });
      if (value.size > 50) {
        throw invalidRequest(`You can have up to 50 metadata keys, but you tried to set ${value.size}.`, {
          param: path,
        });
      }
      const pairs: [string, string][] = [];
      for (const [key, entry] of value) {
        if (key.length > 40) {
          throw invalidRequest(
            `Metadata keys can have up to 40 characters, but you passed in a key that is ${key.length} characters. Invalid key: ${key}`,
            { param: path },
          );
        }
        if (typeof entry !== "string")
          throw invalidRequest("Metadata values must be strings", { param: `${path}[${key}]` });
        if (entry.length > 500) {
          throw invalidRequest(
            `Metadata values can have up to 500 characters, but you passed in a value that is ${entry.length} characters. Invalid value: ${entry}`,
            { param: `${path}[${key}]` },
          );
        }
        if (entry !== "") pairs.push([key, entry]);
      }
      return Object.fromEntries(pairs);
    },
  };
}

export function list<T>(item: Parameter<T>, limits: { max?: number } = {}): Parameter<T[] | undefined> {
  return {
    parse(value, path) {
      if (value === undefined) return undefined;
      if (typeof value === "string" || [...value.keys()].some((key) => !/^\d+$/.test(key))) {
        throw invalidRequest("Invalid array", { param: path });
      }
      if (limits.max !== undefined && value.size > limits.max) {
        throw invalidRequest(`Array ${path} exceeded maximum ${limits.max} allowed elements.`, {
          param: path,
        });
      }
      const ordered = [...value].sort(([a], [b]) => Number(a) - Number(b));
      return ordered.map(([key, entry]) => item.parse(entry, `${path}[${key}]`));
    },
  };
}

export function fields<S extends Shape>(shape: S): Parameter<Parsed<S> | undefined> {
  return {
    parse(value, path) {
      if (value === undefined) return undefined;
      if (typeof value === "string") throw invalidRequest("Invalid object", { param: path });
      refuseUnknown(shape, value, path);
      const entries = Object.entries(shape).map(([name, parameter]) => [
        name,
        parameter.parse(value.get(name), path ? `${path}[${name}]` : name),
      ]);
      return Object.fromEntries(entries) as Parsed<S>;
    },
  };
}

/** A number, or `{gt,gte,lt,lte}`, as every list takes it for `created`. */
export type Range = { gt?: number; gte?: number; lt?: number; lte?: number };
export function range(): Parameter<Range | undefined> {
  const bounds = fields({ gt: integer(), gte: integer(), lt: integer(), lte: integer() });
  return {
    parse(value, path) {
      if (value === undefined) return undefined;
      if (typeof value === "string") {
        const exact = integer().parse(value, path) ?? 0;
        return { gte: exact, lte: exact };
      }
      const given = Object.entries(bounds.parse(value, path) ?? {}).filter(
        ([, bound]) => bound !== undefined,
      );
      return Object.fromEntries(given) as Range;
    },
  };
}

/** A parameter that exists at Stripe, but whose effect is not imitated: refused in words, never ignored. */
export function unsupported(): Parameter<undefined> {
  return {
    parse(value, path) {
      if (value !== undefined) throw notImitated(path);
      return undefined;
    },
  };
}

/** Accepts `{enabled: false}`, the default; anything that would change behaviour is refused. */
export function switchedOff(): Parameter<undefined> {
  return {
    parse(value, path) {
      const given = fields({ enabled: required(flag()) }).parse(value, path);
      if (given?.enabled) throw notImitated(`${path}[enabled]`);
      return undefined;
    },
  };
}

function scalar(value: FormValue, path: string): string {
  if (typeof value !== "string")
    throw invalidRequest("Invalid string: value must be a string", { param: path });
  if (value === "") {
    throw invalidRequest(
      `You passed an empty string for '${path}'. We assume empty values are an attempt to unset a parameter; however '${path}' cannot be unset. You should remove '${path}' from your request or supply a non-empty value.`,
      { code: "parameter_invalid_empty", param: path },
    );
  }
  return value;
}

function refuseUnknown(shape: Shape, given: FormMap, path: string): void {
  const unknown = [...given.keys()]
    .filter((key) => !Object.hasOwn(shape, key))
    .map((key) => (path ? `${path}[${key}]` : key));
  const [first] = unknown;
  if (!first) return;
  throw new StripeApiError(400, {
    type: "invalid_request_error",
    code: "parameter_unknown",
    message: `Received unknown parameter${unknown.length > 1 ? "s" : ""}: ${unknown.join(", ")}`,
    param: first,
  });
}

function listed(options: readonly string[]): string {
  return options.length < 2 ? options.join("") : `${options.slice(0, -1).join(", ")}, or ${options.at(-1)}`;
}
