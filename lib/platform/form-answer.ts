import { headers } from "next/headers";

type Action<State> = (previous: State, form: FormData) => Promise<State>;

/**
 * What an action answered to a form sent without scripts, for the page that is rendered in the same request.
 *
 * React hands it to `useActionState` by itself, but Next (16.4) forgets it on the way wherever part of a page was made
 * ahead: such a page is resumed, and resuming takes no form state. So pages with forms that must work without scripts
 * ask for it here, and pass it on as the state to begin with.
 */
const answers = new WeakMap<object, Map<unknown, unknown>>();

export async function keepAnswer<State>(action: Action<State>, answer: State): Promise<void> {
  const request = await headers();
  answers.set(request, (answers.get(request) ?? new Map()).set(action, answer));
}

/** null in every request but that one. */
export async function readAnswer<State>(action: Action<State>): Promise<State | null> {
  // It was kept for this very action, so it is what that action answers.
  return (answers.get(await headers())?.get(action) as State | undefined) ?? null;
}
