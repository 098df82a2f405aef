import { setTimeout as delay } from "node:timers/promises";
import { routes } from "./api-routes";
import { authenticate } from "./authentication";
import type { Engine } from "./engine";
import { invalidRequest, StripeApiError, unrecognizedUrl } from "./errors";
import { expand } from "./expand";
import { decodeForm, type FormMap } from "./form-encoding";
import type { HttpRequest, HttpResponse } from "./http";
import { type KeyedRequest, keyedRequest, keyInUse, storedResult } from "./idempotency";
import { newId } from "./ids";
import { apiVersion } from "./stripe-objects";

interface Answer {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

/** Everything under `/v1`: Stripe's own HTTP API. */
export function createApi(engine: Engine): (request: HttpRequest) => Promise<HttpResponse> {
  const inProgress = new Set<string>();

  return async (request) => {
    const requestId = newId("req");
    const key = request.headers["idempotency-key"];
    const headers: Record<string, string> = {
      "Content-Type": "application/json",
      "Request-Id": requestId,
      "Stripe-Version": request.headers["stripe-version"] ?? apiVersion,
      ...(key && request.method === "POST" && { "Idempotency-Key": key }),
    };
    const answer = await answered(() => handle(request, requestId, key)).catch((error: unknown) => {
      console.error("The Stripe simulator failed.", error);
      return errorAnswer(internalError());
    });
    return { status: answer.status, body: answer.body, headers: { ...headers, ...answer.headers } };
  };

  async function handle(request: HttpRequest, requestId: string, key: string | undefined): Promise<Answer> {
    authenticate(request.headers.authorization);
    requireVersion(request.headers["stripe-version"]);
    const route = routes.find((each) => each.method === request.method && each.pattern.test(request.path));
    if (!route) throw unrecognizedUrl(request.method, request.path);
    const form = formOf(request);
    const id = decodeURIComponent(request.path.match(route.pattern)?.[1] ?? "");
    await misbehave();

    const run = (keyed: KeyedRequest | null) =>
      engine.change(
        (work) => {
          const result = route.handle(work, id, form);
          // A declined card is an answer with lasting effects, unlike a refusal, which has none.
          if (result instanceof StripeApiError) return kept(errorAnswer(result));
          return kept({ status: 200, body: pretty(expand(work.transaction, result, expandPaths(form))) });

          function kept(answer: Answer): Answer {
            if (keyed) work.transaction.put("idempotent_results", stored(keyed, answer, work.nowMs));
            return answer;
          }
        },
        { id: requestId, idempotencyKey: keyed?.key ?? null },
      );

    if (request.method !== "POST" || !key) {
      await dawdle();
      return run(null);
    }
    return once(keyedRequest(key, request.path, form), run);
  }

  async function once(keyed: KeyedRequest, run: (keyed: KeyedRequest) => Promise<Answer>): Promise<Answer> {
    if (inProgress.has(keyed.key)) throw keyInUse(keyed.key);
    const earlier = storedResult(engine.store, keyed, engine.nowMs());
    if (earlier)
      return { status: earlier.status, body: earlier.body, headers: { "Idempotent-Replayed": "true" } };
    inProgress.add(keyed.key);
    try {
      await dawdle();
      return await run(keyed);
    } catch (error) {
      if (!(error instanceof StripeApiError && error.duringExecution)) throw error;
      const answer = errorAnswer(error);
      await engine.change((work) =>
        work.transaction.put("idempotent_results", stored(keyed, answer, work.nowMs)),
      );
      return answer;
    } finally {
      inProgress.delete(keyed.key);
    }
  }

  async function dawdle(): Promise<void> {
    if (engine.behaviour.apiDelayMs > 0) await delay(engine.behaviour.apiDelayMs);
  }

  async function misbehave(): Promise<void> {
    if (engine.behaviour.apiFailures === 0) return;
    engine.behaviour = { ...engine.behaviour, apiFailures: engine.behaviour.apiFailures - 1 };
    throw internalError();
  }
}

async function answered(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StripeApiError) return errorAnswer(error);
    throw error;
  }
}

function errorAnswer(error: StripeApiError): Answer {
  const challenge: Record<string, string> =
    error.status === 401 ? { "WWW-Authenticate": 'Bearer realm="Stripe"' } : {};
  return { status: error.status, body: pretty({ error: error.body }), headers: challenge };
}

function internalError(): StripeApiError {
  return new StripeApiError(500, {
    type: "api_error",
    message: "Sorry! There was an error while talking to Stripe. The simulator was told to fail, or has.",
  });
}

function formOf(request: HttpRequest): FormMap {
  if (request.method === "GET") return decodeForm(request.query);
  const type = request.headers["content-type"] ?? "";
  if (request.body !== "" && !type.startsWith("application/x-www-form-urlencoded")) {
    throw invalidRequest(
      "Invalid request (check that your POST content type is application/x-www-form-urlencoded). If you have any questions, we can help at https://support.stripe.com/.",
    );
  }
  return decodeForm(request.body);
}

function requireVersion(version: string | undefined): void {
  if (version === undefined || /^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/.test(version)) return;
  throw invalidRequest(`Invalid Stripe API version: ${version}`);
}

function expandPaths(form: FormMap): string[] {
  const paths = form.get("expand");
  return paths instanceof Map ? [...paths.values()].filter((path) => typeof path === "string") : [];
}

function stored(keyed: KeyedRequest, answer: Answer, nowMs: number) {
  const { key: id, endpoint, fingerprint } = keyed;
  return { id, endpoint, fingerprint, status: answer.status, body: answer.body, createdAtMs: nowMs };
}

/** Stripe's answers are indented, which people read in logs. */
function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
