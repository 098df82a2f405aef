import type { Route } from "next";
import { refresh, updateTag } from "next/cache";
import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import type { Temporal } from "temporal-polyfill";
import type { z } from "zod";
import { type FieldError, fieldErrors } from "@/lib/domain/field-errors";
import type { ActionState, ShellCode, ShownRefusal } from "@/lib/platform/action-state";
import { checkStaff, type Staff } from "@/lib/platform/auth";
import { openBagKey, readBagKey } from "@/lib/platform/bag-cookie";
import { now } from "@/lib/platform/clock";
import { type Refusal, type Result, refuse } from "@/lib/platform/errors";
import { keepAnswer } from "@/lib/platform/form-answer";
import { type Gate, gated } from "@/lib/platform/gate";
import { log } from "@/lib/platform/log";
import { clientAddress, type RateLimit, takeFromRateLimit } from "@/lib/platform/rate-limit";

/**
 * The one way to write a server action: parse, authorise, count, change, tell the caches. What comes in is
 * unknown until `input` has read it; what goes out is a closed code and a sentence, never an error's message.
 *
 *     export const addToBagAction = bagAction({ name: "cart.add", input: addToBagSchema, run: … });
 */
type Definition<Input, Output, C extends string, Caller> = {
  /** noun.verb, for logs and rate limits */
  name: string;
  input: z.ZodType<Input>;
  /** how the form becomes what `input` reads; unless told, its fields by name */
  read?: (form: FormData) => unknown;
  limit?: RateLimit;
  run: (input: Input, caller: Caller & { now: Temporal.Instant }) => Promise<Result<Output, C>>;
  /** cache tags that are stale after a success */
  tags?: readonly string[] | ((value: Output) => readonly string[]);
  /**
   * where a success leads; unless told, or where null, the page stays. `scripted` is false for a form sent by a
   * browser without JavaScript: its page is loaded anew in any case.
   */
  leadsTo?: (value: Output, request: { scripted: boolean }) => string | null;
  /** false where what was typed must not come back (passwords) */
  echo?: boolean;
};

type ServerAction<Output, C extends string> = (
  previous: ActionState<Output, C>,
  form: FormData,
) => Promise<ActionState<Output, C>>;

/** Anybody may call it. */
export function publicAction<Input, Output, C extends string>(
  definition: Definition<Input, Output, C, object>,
): ServerAction<Output, C> {
  return build("public", definition, async () => ({ ok: true, value: {} }));
}

/** Acts on the bag of this browser and on no other. With `opens`, a browser without one is given one. */
export function bagAction<Input, Output, C extends string>(
  definition: Definition<Input, Output, C, { bagKey: string }> & { opens?: boolean },
): ServerAction<Output, C> {
  return build("bag", definition, async () => {
    const bagKey = definition.opens ? await openBagKey() : await readBagKey();
    return bagKey ? { ok: true, value: { bagKey } } : refuse("NOT_FOUND");
  });
}

/** Acts on what a secret in the form (an order's token) opens; `run` looks it up and answers NOT_FOUND. */
export function linkAction<Input, Output, C extends string>(
  definition: Definition<Input, Output, C, object>,
): ServerAction<Output, C> {
  return build("link", definition, async () => ({ ok: true, value: {} }));
}

/** For who is signed in to the studio: anybody on the staff, or with role OWNER the owner alone. */
export function staffAction<Input, Output, C extends string>(
  definition: Definition<Input, Output, C, { staff: Staff }> & { role?: "OWNER" },
): ServerAction<Output, C> {
  return build(definition.role === "OWNER" ? "owner" : "artisan", definition, async () => {
    const staff = await checkStaff(definition.role);
    return staff.ok ? { ok: true, value: { staff: staff.value } } : staff;
  });
}

function build<Input, Output, C extends string, Caller extends object>(
  gate: Gate,
  definition: Definition<Input, Output, C, Caller>,
  authorise: () => Promise<Result<Caller, ShellCode>>,
): ServerAction<Output, C> {
  const action: ServerAction<Output, C> = gated(gate, async (_previous, form) => {
    const answer = await act(form);
    // Without scripts the answer is the whole page. Next renders it as if still inside the action, where a page
    // can't read cookies, unless something says that it has to be fresh.
    if (!(await isScripted())) {
      refresh();
      await keepAnswer(action, answer);
    }
    return answer;
  });
  const act = async (form: FormData): Promise<ActionState<Output, C>> => {
    const result = await attempt(definition, authorise, form);
    if (!result.ok) return shown(result, definition.echo === false ? null : form);
    const { tags } = definition;
    for (const tag of typeof tags === "function" ? tags(result.value) : (tags ?? [])) updateTag(tag);
    const next = definition.leadsTo?.(result.value, { scripted: await isScripted() });
    // An address of ours or the payment provider's: its type can't say so.
    if (next) redirect(next as Route);
    return result;
  };
  return action;
}

async function isScripted(): Promise<boolean> {
  return (await headers()).has("next-action");
}

async function attempt<Input, Output, C extends string, Caller extends object>(
  definition: Definition<Input, Output, C, Caller>,
  authorise: () => Promise<Result<Caller, ShellCode>>,
  form: FormData,
): Promise<Result<Output, C | ShellCode>> {
  try {
    const moment = now();
    if (definition.limit) {
      const address = clientAddress(await headers());
      const taken = await takeFromRateLimit(definition.name, address, definition.limit, moment);
      if (!taken.ok) return refuse("TOO_MANY_REQUESTS");
    }
    const caller = await authorise();
    if (!caller.ok) return caller;
    const unstorable = findUnstorable(form);
    if (unstorable) return refuse("INVALID_INPUT", { errors: [unstorable] });
    const typed = (definition.read ?? readFields)(form);
    const input = definition.input.safeParse(typed);
    if (!input.success) {
      return refuse("INVALID_INPUT", { errors: fieldErrors(input.error, typed).slice(0, MOST_ERRORS) });
    }
    return await definition.run(input.data, { ...caller.value, now: moment });
  } catch (error) {
    unstable_rethrow(error);
    log.error({ err: error, action: definition.name }, "an action failed");
    return refuse("UNEXPECTED");
  }
}

/** No keyboard makes U+0000, and PostgreSQL keeps no text with it: refused here, for every form and every id in one. */
function findUnstorable(form: FormData): FieldError | undefined {
  const found = [...form].find(([, value]) => typeof value === "string" && value.includes("\u0000"));
  return found && { path: found[0], code: "WRONG_FORMAT", message: "Please use visible characters only." };
}

/** Every field by name, the last one where a name occurs twice; React's own fields left out. */
export function readFields(form: FormData): Record<string, FormDataEntryValue> {
  return Object.fromEntries([...form.entries()].filter(([name]) => !name.startsWith("$ACTION")));
}

const sentences: Record<ShellCode, string> = {
  INVALID_INPUT: "Something needs another look.",
  UNAUTHENTICATED: "Please sign in again.",
  FORBIDDEN: "Only the owner can do this.",
  NOT_FOUND: "We couldn’t find that. It may have been changed or removed in another window.",
  TOO_MANY_REQUESTS: "That was a lot in a short time. Please wait a minute and try again.",
  UNEXPECTED: "Something went wrong on our side, and nothing was changed. Please try again.",
};

function shown<C extends string>(
  refusal: Refusal<C | ShellCode>,
  form: FormData | null,
): ShownRefusal<C | ShellCode> {
  const known: Partial<Record<string, string>> = sentences;
  return {
    ok: false,
    code: refusal.code,
    message: refusal.message ?? known[refusal.code] ?? sentences.INVALID_INPUT,
    errors: refusal.errors ?? [],
    values: form ? { ...typedValues(form), ...refusal.values } : {},
  };
}

const LONGEST_ECHO = 2_000;
const MOST_ERRORS = 50;
const neverEchoed = /password|token/i;

function typedValues(form: FormData): Record<string, string> {
  return Object.fromEntries(
    Object.entries(readFields(form)).flatMap(([name, value]) =>
      typeof value === "string" && value.length <= LONGEST_ECHO && !neverEchoed.test(name)
        ? [[name, value]]
        : [],
    ),
  );
}
