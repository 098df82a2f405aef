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

type Code = "NOT_FOUND" | "INVALID_INPUT" | "BODY_TOO_LARGE" | "MALFORMED_JSON";

/** Runs one answer of the API: counted first, never cached, and what nobody foresaw is a 500 without its reasons. */
export async function answerApi(request: Request, answer: () => Promise<Response>): Promise<Response> {
  try {
    const wait = buckets.take(clientAddress(request.headers), now().epochMilliseconds);
    if (wait !== null) return tooMany(wait);
    return await answer();
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
  const answer = errorsAnswer(429, [{ path: "", code: "TOO_MANY_REQUESTS", message }]);
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
