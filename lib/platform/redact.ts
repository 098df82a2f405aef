const HIDDEN = "[hidden]";
const MAX_DEPTH = 6;

const hiddenAnywhere =
  /e-?mail|phone|token|password|secret|address|postal|engraving|authorization|cookie|giftmessage/i;
const hiddenExactly = new Set([
  "name",
  "fullname",
  "firstname",
  "lastname",
  "recipient",
  "line1",
  "line2",
  "text",
]);
/** An order's page and its data by their key: a server's own words about a request name the address. */
const keyInAddress = /(\/(?:orders|gift)\/)[A-Za-z0-9_-]{16,}/g;
/** The payment page and the way back: the last letters are enough to find it again at the payment provider. */
const checkoutSession = /\bcs_(?:test_|live_)?[A-Za-z0-9_]*([A-Za-z0-9]{8})\b/g;
const emailInText = /[^\s@<>"'(),;:]+@[^\s@<>"'(),;:]+\.[a-z]{2,}/gi;

/**
 * A copy of `value` for the log, without what belongs to a person: the value of every telling key, at any
 * depth, and every e-mail address and key inside any other text (an SMTP server's answer repeats it, for one).
 */
export function redactPersonal(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redactText(value);
  if (value === null || typeof value !== "object") return value;
  if (depth >= MAX_DEPTH) return "[deep]";
  if (value instanceof Date) return value;
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.map((item) => redactPersonal(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      isPersonalKey(key) && item !== null && item !== undefined ? HIDDEN : redactPersonal(item, depth + 1),
    ]),
  );
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: redactPersonal(error.cause, depth + 1) };
  return {
    type: error.name,
    message: redactText(error.message),
    ...code,
    ...(error.stack === undefined ? {} : { stack: redactText(error.stack) }),
    ...cause,
  };
}

function redactText(text: string): string {
  return text
    .replace(emailInText, HIDDEN)
    .replace(keyInAddress, `$1${HIDDEN}`)
    .replace(checkoutSession, "cs_…$1");
}

function isPersonalKey(key: string): boolean {
  return hiddenAnywhere.test(key) || hiddenExactly.has(key.toLowerCase());
}
