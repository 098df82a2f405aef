import { describe, expect, it } from "vitest";
import { parseEnv, parseGivenEnv } from "@/lib/platform/env";

const complete = {
  DATABASE_URL: "postgresql://shop:secret@db.example:5432/shop",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  STRIPE_SECRET_KEY: "sk_test_1",
  STRIPE_WEBHOOK_SECRET: "whsec_1",
};

describe("parseEnv", () => {
  it("fills in what may be left out", () => {
    const result = parseEnv(complete);
    expect(result).toMatchObject({
      ok: true,
      value: {
        PORT: 3000,
        DATA_DIR: ".data",
        APP_URL: "http://localhost:3000",
        SAMPLE_SHOP: "on",
        LOG_LEVEL: "info",
        TRUSTED_PROXIES: 0,
      },
    });
  });

  it("takes the port into the address unless one is given, and drops a slash at its end", () => {
    expect(parseEnv({ ...complete, PORT: "4100" })).toMatchObject({
      value: { APP_URL: "http://localhost:4100" },
    });
    expect(parseEnv({ ...complete, APP_URL: "https://alder.example/" })).toMatchObject({
      value: { APP_URL: "https://alder.example" },
    });
  });

  it("names every missing and malformed variable in a line of its own", () => {
    const result = parseEnv({
      PORT: "99999",
      LOG_LEVEL: "loud",
      DATABASE_URL: "mysql://x",
      AUTH_SECRET: "short",
    });
    expect(result.ok ? [] : result.lines.map((line) => line.split(" ")[0]).sort()).toEqual([
      "AUTH_SECRET",
      "DATABASE_URL",
      "LOG_LEVEL",
      "PORT",
      "STRIPE_SECRET_KEY",
      "STRIPE_WEBHOOK_SECRET",
    ]);
    expect(result.ok ? [] : result.lines).toContain("AUTH_SECRET must have at least 32 characters");
    expect(result.ok ? [] : result.lines).toContain("STRIPE_SECRET_KEY is missing");
  });

  it("takes a bucket only with its keys", () => {
    const bucket = { S3_BUCKET: "shop", S3_ENDPOINT: "https://s3.example.com" };
    const keys = { S3_ACCESS_KEY_ID: "id", S3_SECRET_ACCESS_KEY: "secret" };
    expect(parseGivenEnv({ ...bucket, ...keys })).toMatchObject({
      ok: true,
      value: { S3_REGION: "us-east-1" },
    });
    expect(parseGivenEnv(bucket)).toEqual({
      ok: false,
      lines: [
        "S3_ACCESS_KEY_ID is missing (other S3_ settings are given)",
        "S3_SECRET_ACCESS_KEY is missing (other S3_ settings are given)",
      ],
    });
    expect(parseGivenEnv({ S3_ENDPOINT: "s3.example.com" }).ok).toBe(false);
  });

  it("takes a blank variable for one that is not set", () => {
    expect(parseEnv({ ...complete, PORT: " ", SMTP_URL: "" })).toMatchObject({
      ok: true,
      value: { PORT: 3000 },
    });
  });

  it("never repeats a secret in its complaint", () => {
    const result = parseEnv({ ...complete, DATABASE_URL: "mysql://root:hunter2@x", AUTH_SECRET: "hunter2" });
    expect(JSON.stringify(result)).not.toContain("hunter2");
  });
});

describe("parseGivenEnv", () => {
  it("needs nothing", () => {
    expect(parseGivenEnv({})).toMatchObject({ ok: true, value: { PORT: 3000, SAMPLE_SHOP: "on" } });
  });

  it("wants the webhook's secret beside a real Stripe key", () => {
    expect(parseGivenEnv({ STRIPE_SECRET_KEY: "sk_live_1" })).toEqual({
      ok: false,
      lines: ["STRIPE_WEBHOOK_SECRET is missing (STRIPE_SECRET_KEY is set, so it is needed)"],
    });
  });
});
