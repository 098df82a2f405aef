const documentation = "https://docs.stripe.com/error-codes";

export type StripeErrorType = "api_error" | "card_error" | "idempotency_error" | "invalid_request_error";

export interface StripeErrorBody {
  type: StripeErrorType;
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  charge?: string;
  payment_intent?: unknown;
  doc_url?: string;
}

/** A refusal in the words and shape of Stripe's API. Thrown by handlers, turned into a response by the server. */
export class StripeApiError extends Error {
  readonly body: StripeErrorBody;

  constructor(
    readonly status: number,
    body: StripeErrorBody,
    /** Stripe stores no idempotent result for a request that failed before it began to execute. */
    readonly duringExecution = false,
  ) {
    super(body.message);
    this.body = body.code
      ? { ...body, doc_url: `${documentation}/${body.code.replaceAll("_", "-")}` }
      : { ...body };
  }
}

export function invalidRequest(
  message: string,
  details: { code?: string; param?: string } = {},
): StripeApiError {
  return new StripeApiError(400, { type: "invalid_request_error", message, ...details });
}

/** A well-formed request that the state of an object forbids. Its answer is kept for the idempotency key. */
export function refused(message: string, details: { code?: string; param?: string } = {}): StripeApiError {
  return new StripeApiError(400, { type: "invalid_request_error", message, ...details }, true);
}

export function resourceMissing(
  kind: string,
  id: string,
  param: string,
  status: 400 | 404 = 404,
): StripeApiError {
  return new StripeApiError(status, {
    type: "invalid_request_error",
    code: "resource_missing",
    message: `No such ${kind}: '${id}'`,
    param,
  });
}

export function notImitated(path: string): StripeApiError {
  return invalidRequest(
    `'${path}' is a parameter of Stripe's that this simulator does not imitate. Leave it out, or use Stripe's test mode.`,
    { param: path },
  );
}

export function unrecognizedUrl(method: string, path: string): StripeApiError {
  const hint = path.endsWith("/")
    ? " If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure you passed a valid (non-empty) identifier in your code."
    : "";
  return new StripeApiError(404, {
    type: "invalid_request_error",
    message: `Unrecognized request URL (${method}: ${path}).${hint} Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
  });
}
