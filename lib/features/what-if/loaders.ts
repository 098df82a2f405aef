import { fieldErrors } from "@/lib/domain/field-errors";
import { getWhatIfChoices, tryWhatIf } from "@/lib/features/what-if/data";
import { questionSchema, type Trial, type WhatIfPage } from "@/lib/features/what-if/schema";
import { requireStaff } from "@/lib/platform/auth";
import { now } from "@/lib/platform/clock";

type Query = Record<string, string | string[] | undefined>;

/** The question that an address asks, answered; without one, the forms alone. */
export async function loadWhatIf(query: Query): Promise<WhatIfPage> {
  const { role } = await requireStaff("ARTISAN", "/studio/what-if");
  const moment = now();
  const asked = readAsked(query);
  const page = { choices: await getWhatIfChoices(moment), asked, isOwner: role === "OWNER" };
  const tried = trials.find((trial) => trial === asked.values.try) ?? null;
  if (!tried) return { ...page, tried, answer: null, errors: [] };
  const typed = { ...asked.values, days: asked.days };
  const question = questionSchema.safeParse(typed);
  if (!question.success) return { ...page, tried, answer: null, errors: fieldErrors(question.error, typed) };
  const answer = await tryWhatIf(question.data, moment);
  if (answer.ok) return { ...page, tried, answer: answer.value, errors: [] };
  const message = answer.message ?? "That can’t be tried.";
  return { ...page, tried, answer: null, errors: answer.errors ?? [{ path: "", message }] };
}

const trials: Trial[] = ["time-off", "leaves", "helper", "first", "rush-order", "down"];

/** Only "days" may come several times. NUL is refused by PostgreSQL. */
function readAsked(query: Query): WhatIfPage["asked"] {
  const plain = (value: string) => value.replaceAll("\0", "").slice(0, 200);
  const one = Object.entries(query).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    return name === "days" || first === undefined ? [] : [[name, plain(first)] as const];
  });
  const days = [query.days ?? []].flat().slice(0, 7).map(plain);
  return { values: Object.fromEntries(one), days };
}
