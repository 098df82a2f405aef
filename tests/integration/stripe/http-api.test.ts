import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SimulatedShop, startSimulatedShop } from "./simulated-shop";

/** What the SDK hides, or never sends: the simulator's HTTP as such. */
let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSimulatedShop();
});
afterAll(() => shop.close());

describe("errors", () => {
  it.each<[string, string, number, object]>([
    [
      "an unknown parameter",
      form({ surprise: "1" }),
      400,
      { code: "parameter_unknown", message: "Received unknown parameter: surprise", param: "surprise" },
    ],
    [
      "an unknown nested parameter",
      form({ "line_items[0][colour]": "red" }),
      400,
      {
        code: "parameter_unknown",
        param: "line_items[0][colour]",
        message: "Received unknown parameter: line_items[0][colour]",
      },
    ],
    [
      "a missing parameter",
      form({ success_url: null }),
      400,
      { code: "parameter_missing", message: "Missing required param: success_url.", param: "success_url" },
    ],
    ["no line items", form({}, false), 400, { code: "parameter_missing", param: "line_items" }],
    [
      "a price that is no integer",
      form({ "line_items[0][price_data][unit_amount]": "12.50" }),
      400,
      {
        code: "parameter_invalid_integer",
        message: "Invalid integer: 12.50",
        param: "line_items[0][price_data][unit_amount]",
      },
    ],
    [
      "a negative price",
      form({ "line_items[0][price_data][unit_amount]": "-1" }),
      400,
      { message: "Invalid non-negative integer" },
    ],
    [
      "a quantity of nothing",
      form({ "line_items[0][quantity]": "0" }),
      400,
      { message: "This value must be greater than or equal to 1." },
    ],
    [
      "an unknown currency",
      form({ "line_items[0][price_data][currency]": "zzz" }),
      400,
      { param: "line_items[0][price_data][currency]" },
    ],
    [
      "a bad address",
      form({ success_url: "/thanks" }),
      400,
      { code: "url_invalid", message: "Not a valid URL", param: "success_url" },
    ],
    [
      "a bad email",
      form({ customer_email: "nobody" }),
      400,
      { code: "email_invalid", param: "customer_email" },
    ],
    [
      "an empty value",
      form({ client_reference_id: "" }),
      400,
      { code: "parameter_invalid_empty", param: "client_reference_id" },
    ],
    ["an unknown mode", form({ mode: "barter" }), 400, { param: "mode" }],
    [
      "an overlong metadata value",
      form({ "metadata[note]": "x".repeat(501) }),
      400,
      { param: "metadata[note]" },
    ],
    [
      "an impossible expansion",
      form({ "expand[]": "colour" }),
      400,
      { message: "This property cannot be expanded (colour)." },
    ],
    [
      "a life of a week",
      form({ expires_at: String(Math.floor(Date.now() / 1000) + 604_800) }),
      400,
      { param: "expires_at" },
    ],
    [
      "a parameter of Stripe's that is not imitated",
      form({ "automatic_tax[enabled]": "true" }),
      400,
      { param: "automatic_tax[enabled]" },
    ],
    [
      "a price of a catalogue that isn't there",
      form({ "line_items[0][price]": "price_1" }),
      400,
      { code: "resource_missing", message: "No such price: 'price_1'" },
    ],
  ])("%s", async (_, body, status, error) => {
    const answer = await post("checkout/sessions", body);
    expect(answer.status).toBe(status);
    expect(answer.json.error).toMatchObject({ type: "invalid_request_error", ...error });
    expect(answer.headers.get("request-id")).toMatch(/^req_\w{14}$/);
  });

  it("leave nothing behind", async () => {
    expect((await get("checkout/sessions")).json).toEqual({
      object: "list",
      data: [],
      has_more: false,
      url: "/v1/checkout/sessions",
    });
  });

  it("for keys that are missing, published or live are 401", async () => {
    for (const authorization of [undefined, "Bearer pk_test_1", "Bearer sk_live_1234567890abcd"]) {
      const answer = await request("GET", "balance", undefined, { Authorization: authorization });
      expect(answer.status).toBe(401);
    }
    const live = await request("GET", "balance", undefined, {
      Authorization: "Bearer sk_live_1234567890abcd",
    });
    expect(live.json.error).toMatchObject({ message: "Invalid API Key provided: sk_live_**********abcd" });
  });

  it("for an unknown address are Stripe's 404", async () => {
    const answer = await get("checkout/sessions/");
    expect(answer.status).toBe(404);
    expect(answer.json.error).toMatchObject({
      type: "invalid_request_error",
      message: expect.stringContaining(
        "Unrecognized request URL (GET: /v1/checkout/sessions/). If you are trying to list",
      ),
    });
  });

  it("for JSON, for a body of 5 MB and for a malformed version are plain refusals", async () => {
    expect((await request("POST", "refunds", "{}", { "Content-Type": "application/json" })).status).toBe(400);
    expect((await post("refunds", `metadata[a]=${"x".repeat(5_000_000)}`)).status).toBe(413);
    expect((await request("GET", "balance", undefined, { "Stripe-Version": "yesterday" })).status).toBe(400);
  });
});

describe("headers", () => {
  it("echo the version, and say when an answer is a replay", async () => {
    const headers = { "Idempotency-Key": "once", "Stripe-Version": "2025-01-27.acacia" };
    const first = await post("checkout/sessions", form({}), headers);
    const again = await post("checkout/sessions", form({}), headers);
    expect(first.headers.get("stripe-version")).toBe("2025-01-27.acacia");
    expect(first.headers.get("idempotent-replayed")).toBeNull();
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(again.json).toEqual(first.json);
  });
});

describe("an idempotency key", () => {
  it("belongs to one endpoint", async () => {
    const headers = { "Idempotency-Key": "one endpoint" };
    await post("checkout/sessions", form({}), headers);
    const other = await post("customers", "name=A", headers);
    expect(other.status).toBe(400);
    expect(other.json.error).toMatchObject({ type: "idempotency_error" });
  });

  it("is free again after a request that failed validation", async () => {
    const headers = { "Idempotency-Key": "second chance" };
    expect((await post("checkout/sessions", form({ success_url: null }), headers)).status).toBe(400);
    expect((await post("checkout/sessions", form({}), headers)).status).toBe(200);
  });

  it("answers 409 while the first request is under way", async () => {
    await shop.control("behaviour", { apiDelayMs: 200 });
    const send = () => post("checkout/sessions", form({}), { "Idempotency-Key": "twice at once" });
    const answers = await Promise.all([send(), send()]);
    await shop.control("behaviour", { reset: true });
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.json.error).toMatchObject({ code: "idempotency_key_in_use" });
  });

  it("makes one session of many simultaneous creations through the SDK, which retries", async () => {
    const idempotencyKey = "eight at once";
    const create = () =>
      shop.stripe.checkout.sessions.create(
        {
          mode: "payment",
          success_url: "https://shop.example.com",
          line_items: [
            {
              quantity: 1,
              price_data: { currency: "gbp", unit_amount: 900, product_data: { name: "Studs" } },
            },
          ],
        },
        { idempotencyKey, maxNetworkRetries: 5 },
      );
    const made = await Promise.all(Array.from({ length: 8 }, create));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });
});

describe("an ailing API", () => {
  it("fails as often as it was told, and the gateway gets through by trying again", async () => {
    await shop.control("behaviour", { apiFailures: 2 });
    expect(await shop.gateway.getCheckout("cs_test_unknown")).toBeNull();
    await shop.control("behaviour", { apiFailures: 3 });
    await expect(shop.gateway.getCheckout("cs_test_unknown")).rejects.toMatchObject({ statusCode: 500 });
  });
});

describe("the control endpoint", () => {
  it("takes JSON only, so that no form on another site can use it", async () => {
    const response = await fetch(`${shop.simulator.url}/_simulator/flush`, { method: "POST", body: "a=1" });
    expect(response.status).toBe(415);
  });
});

function form(changes: Record<string, string | null>, withItem = true): string {
  const item = {
    "line_items[0][quantity]": "1",
    "line_items[0][price_data][currency]": "gbp",
    "line_items[0][price_data][unit_amount]": "5000",
    "line_items[0][price_data][product_data][name]": "Ring",
  };
  const all = {
    mode: "payment",
    success_url: "https://shop.example.com/thanks",
    ...(withItem && item),
    ...changes,
  };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
  return new URLSearchParams(given).toString();
}

function get(address: string) {
  return request("GET", address);
}

function post(address: string, body: string, headers: Record<string, string> = {}) {
  return request("POST", address, body, { "Content-Type": "application/x-www-form-urlencoded", ...headers });
}

async function request(
  method: string,
  address: string,
  body?: string,
  headers: Record<string, string | undefined> = {},
) {
  const all = Object.entries({ Authorization: "Bearer sk_test_http", ...headers });
  const response = await fetch(`${shop.simulator.url}/v1/${address}`, {
    method,
    headers: all.filter((entry): entry is [string, string] => entry[1] !== undefined),
    ...(body !== undefined && { body }),
  });
  return {
    status: response.status,
    headers: response.headers,
    json: (await response.json()) as { error?: object },
  };
}
