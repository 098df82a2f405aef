import { createBuckets } from "@/lib/features/quotes/token-bucket";
import { now } from "@/lib/platform/clock";
import { assertNever, type FieldError, type Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { clientAddress } from "@/lib/platform/rate-limit";

/**
 * How the public API answers. A shopper who types asks five times a second; a script that measures a thousand names
 * gets through, one that never stops waits.
 */
const buckets = createBuckets({ burst: 1500, perSecond: 50 });

/** A catalogue's days are worked out within seconds; the question has waited twenty for them already. */
const READY_SECONDS = 10;

type Code = "NOT_READY" | "NOT_FOUND" | "INVALID_INPUT" | "BODY_TOO_LARGE" | "MALFORMED_JSON";

/** Takes what a question costs beyond being asked; the refusal, where there isn't so much left. */
export type Charge = (more: number) => Response | null;

/**
 * Runs one answer of the API: counted first, never cached, and what nobody foresaw is a 500 without its reasons. What
 * costs more than one question says so before its work begins.
 */
export async function answerApi(
  request: Request,
  answer: (charge: Charge) => Promise<Response>,
): Promise<Response> {
  const charge: Charge = (cost) => {
    if (cost <= 0) return null;
    const wait = buckets.take(clientAddress(request.headers), now().epochMilliseconds, cost);
    return wait === null ? null : tooMany(wait);
  };
  try {
    return charge(1) ?? (await answer(charge));
  } catch (error) {
    log.error(
      { err: error, method: request.method, path: new URL(request.url).pathname },
      "the public API failed",
    );
    return errorsAnswer(500, [
      { path: "", code: "UNEXPECTED", message: "Something went wrong on our side. Please try again." },
    ]);
  }
}

export function answerOk(value: unknown): Response {
  return Response.json(value, { headers: { "cache-control": "no-store" } });
}

export function answerRefusal({ code, errors }: Refusal<Code>): Response {
  switch (code) {
    case "NOT_FOUND":
      return errorsAnswer(
        404,
        errors ?? [{ path: "", code, message: "We don't make a piece of that name." }],
      );
    case "NOT_READY": {
      const message = "We are working out when each piece would arrive. Please ask again in a moment.";
      return later(errorsAnswer(503, [{ path: "needBy", code, message }]), READY_SECONDS);
    }
    case "INVALID_INPUT":
      return errorsAnswer(422, errors ?? []);
    case "BODY_TOO_LARGE":
      return errorsAnswer(413, [{ path: "", code, message: "Send 64 kB at most." }]);
    case "MALFORMED_JSON":
      return errorsAnswer(400, [{ path: "", code, message: "That isn't JSON in UTF-8." }]);
    default:
      return assertNever(code);
  }
}

function tooMany(seconds: number): Response {
  const message = "That was a lot in a short time. Please wait a moment and try again.";
  return later(errorsAnswer(429, [{ path: "", code: "TOO_MANY_REQUESTS", message }]), seconds);
}

function later(answer: Response, seconds: number): Response {
  answer.headers.set("retry-after", String(seconds));
  return answer;
}

function errorsAnswer(status: number, errors: FieldError[]): Response {
  // A body of 64 kB can hold thousands of wrong keys; nobody reads more than these.
  return Response.json(
    { errors: errors.slice(0, 100) },
    { status, headers: { "cache-control": "no-store" } },
  );
}
