import { createHash } from "node:crypto";
import { invalidRequest, StripeApiError } from "./errors";
import { canonicalForm, type FormMap } from "./form-encoding";
import type { Reader } from "./store";
import type { IdempotentResult } from "./tables";

const keptMs = 24 * 3600 * 1000;

export interface KeyedRequest {
  key: string;
  endpoint: string;
  fingerprint: string;
}

export function keyedRequest(key: string, endpoint: string, form: FormMap): KeyedRequest {
  if (key.length > 255) {
    throw invalidRequest(
      `Idempotency keys can be at most 255 characters long, but this one has ${key.length}.`,
    );
  }
  return { key, endpoint, fingerprint: createHash("sha256").update(canonicalForm(form)).digest("hex") };
}

/** The stored answer to the same request, nothing for a new key, or the error for a key used for something else. */
export function storedResult(reader: Reader, request: KeyedRequest, nowMs: number): IdempotentResult | null {
  const stored = reader.get("idempotent_results", request.key);
  if (!stored || stored.createdAtMs < nowMs - keptMs) return null;
  const another = `Try using a key other than '${request.key}' if you meant to execute a different request.`;
  if (stored.endpoint !== request.endpoint) {
    throw misused(
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${request.endpoint}' vs '${stored.endpoint}'). ${another}`,
    );
  }
  if (stored.fingerprint !== request.fingerprint) {
    throw misused(
      `Keys for idempotent requests can only be used with the same parameters they were first used with. ${another}`,
    );
  }
  return stored;
}

export function keyInUse(key: string): StripeApiError {
  return new StripeApiError(409, {
    type: "invalid_request_error",
    code: "idempotency_key_in_use",
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  });
}

function misused(message: string): StripeApiError {
  return new StripeApiError(400, { type: "idempotency_error", message });
}
