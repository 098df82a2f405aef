import { POST } from "@/app/api/v1/quotes/route";

/** Questions to POST /api/v1/quotes about the two-stone ring. */
export const goodQuestion = {
  product: "two-stone-ring",
  personalization: {
    metal: "18k-yellow-gold",
    size: { system: "us", value: "7" },
    stones: [{ slot: "left", stone: "ruby" }],
    engraving: [{ zone: "inside", text: "Zoë & Łukasz", font: "eb-garamond" }],
  },
};

export async function askForQuote(body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
  const response = await POST(
    new Request("http://shop.test/api/v1/quotes", { method: "POST", body: text as BodyInit, headers }),
  );
  return { status: response.status, headers: response.headers, json: await response.json() };
}

export const withPiece = (more: object) => ({
  ...goodQuestion,
  personalization: { ...goodQuestion.personalization, ...more },
});
export const engrave = (text: string, more: object = {}) =>
  withPiece({ engraving: [{ zone: "inside", text, font: "eb-garamond", ...more }] });
