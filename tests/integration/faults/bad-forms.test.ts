import path from "node:path";
import { pathToFileURL } from "node:url";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ActionState } from "@/lib/platform/action-state";
import { type Gate, gateOf } from "@/lib/platform/gate";
import { actionGates } from "../../architecture/gates";
import { emptyDatabase } from "../../support/database";
import { FakeGateway } from "../../support/fake-gateway";
import { submit } from "../../support/request-scope";
import { stored } from "../../support/stored";
import type { Fields, Who } from "./form-case";
import { beBrowserOf, createWorld, type World } from "./form-world";
import { formCases } from "./forms";

vi.mock("next/headers", async () => (await import("../../support/request-scope")).nextHeaders);
vi.mock("next/cache", async (original) =>
  (await import("../../support/request-scope")).nextCache(original as () => Promise<object>),
);
const provider = vi.hoisted(() => ({ gateway: undefined as unknown }));
vi.mock("@/lib/adapters/stripe/gateway", () => ({ getPaymentGateway: () => provider.gateway }));

type Action = (previous: null, form: FormData) => Promise<ActionState<unknown>>;

const names = Object.entries(actionGates).flatMap(([file, actions]) =>
  Object.entries(actions).map(([name, gate]) => ({ file, name, gate })),
);
let world: World;

beforeEach(async () => {
  await emptyDatabase();
  const gateway = new FakeGateway();
  provider.gateway = gateway;
  world = await createWorld(gateway);
});

it("every form has its bad inputs here", () => {
  expect(Object.keys(formCases).sort()).toEqual(names.map(({ name }) => name).sort());
});

describe.each(names)("$name", ({ file, name, gate }) => {
  it("refuses each bad input and each wrong person in words, stores nothing, and takes the good one", async () => {
    const action = await load(file, name);
    const form = formCases[name];
    if (!form) throw new Error(`${name} has no bad inputs yet`);
    const good = form.good(world);
    await expectOnlyThoseWhoMay(action, gate, toForm(good));

    await beAs(form.as);
    const before = await stored();
    const taken: string[] = [];
    for (const [what, bad] of Object.entries(spoil(good, form, world))) {
      const answer = await submit(action, bad);
      const words = refusal(answer);
      if (!words) taken.push(`${what}: ${JSON.stringify(answer)}`);
      else if (words.startsWith("UNEXPECTED")) taken.push(`${what}: ${words}`);
    }
    expect(taken).toEqual([]);
    expect(await stored()).toEqual(before);
    if (!form.refusedHere) expect(refusal(await submit(action, toForm(good)))).toBeNull();
  });
});

async function expectOnlyThoseWhoMay(action: Action, gate: Gate, good: FormData): Promise<void> {
  if (gate !== "artisan" && gate !== "owner") return;
  await beAs("nobody");
  const before = await stored();
  expect(refusal(await submit(action, good))).toMatch(/^UNAUTHENTICATED: /);
  expect(await stored()).toEqual(before);
  if (gate !== "owner") return;
  await beAs("artisan");
  const signedIn = await stored();
  expect(refusal(await submit(action, good))).toMatch(/^FORBIDDEN: /);
  expect(await stored()).toEqual(signedIn);
}

async function load(file: string, name: string): Promise<Action> {
  const module: Record<string, unknown> = await import(pathToFileURL(path.resolve(file)).href);
  const action = module[name];
  if (!gateOf(action)) throw new Error(`${name} is no action`);
  return action as Action;
}

async function beAs(who: Who): Promise<void> {
  const id = { nobody: null, artisan: world.artisan.id, owner: world.owner.id }[who];
  await beBrowserOf(id, world.now);
}

/** Every bad form by what is bad about it. */
function spoil(
  good: Fields,
  { required, tampered, boxes = [] }: Pick<(typeof formCases)[string], "required" | "tampered" | "boxes">,
  facts: World,
): Record<string, FormData> {
  const bad: Record<string, FormData> = {};
  for (const name of required) {
    const { [name]: _gone, ...rest } = good;
    bad[`without ${name}`] = toForm(rest);
  }
  for (const name of Object.keys(good).filter((field) => !boxes.includes(field))) {
    bad[`${name} of 5,000 letters`] = toForm({ ...good, [name]: "x".repeat(5_000) });
    const withFile = toForm({ ...good, [name]: [] });
    withFile.set(name, new File(["x"], "x.txt"));
    bad[`${name} as a file`] = withFile;
  }
  if (Object.keys(good).length > 0) bad["a key that nobody asked for"] = toForm({ ...good, isAdmin: "true" });
  for (const over of tampered?.(facts) ?? []) {
    bad[`with ${JSON.stringify(over).slice(0, 80)}`] = toForm({ ...good, ...over });
  }
  return bad;
}

function toForm(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one);
  }
  return form;
}

/** "CODE: sentence" of a refusal; null where the form was taken. The checkout answers with the page to show. */
function refusal(answer: Awaited<ReturnType<typeof submit<ActionState<unknown>>>>): string | null {
  if ("led" in answer || answer.state === null) return null;
  const { state } = answer;
  if (!state.ok) return `${state.code}: ${state.message}`;
  const value = state.value as { kind?: string; state?: { message: string | null } } | null;
  return value?.kind === "SHOW" && value.state?.message ? `SHOWN: ${value.state.message}` : null;
}
