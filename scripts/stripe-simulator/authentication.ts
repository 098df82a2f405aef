import { StripeApiError } from "./errors";

/** Any test secret key is welcome; a live key is refused so that nobody mistakes this for Stripe. */
export function authenticate(authorization: string | undefined): void {
  const key = keyOf(authorization);
  if (!key) {
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/.",
    );
  }
  if (key.startsWith("pk_")) {
    throw unauthorized(
      "This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.",
      "secret_key_required",
    );
  }
  if (!/^(sk|rk)_test_\w/.test(key)) throw unauthorized(`Invalid API Key provided: ${masked(key)}`);
}

function keyOf(authorization: string | undefined): string {
  const [scheme, value = ""] = (authorization ?? "").split(" ");
  if (scheme === "Bearer") return value.trim();
  if (scheme === "Basic") return Buffer.from(value, "base64").toString("utf8").split(":")[0] ?? "";
  return "";
}

function masked(key: string): string {
  return key.length > 12
    ? `${key.slice(0, 8)}${"*".repeat(key.length - 12)}${key.slice(-4)}`
    : "*".repeat(key.length);
}

function unauthorized(message: string, code?: string): StripeApiError {
  return new StripeApiError(401, { type: "invalid_request_error", message, ...(code && { code }) });
}
