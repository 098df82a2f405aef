import { z } from "zod";

const blankAsUnset = (value: unknown) =>
  typeof value === "string" && value.trim() === "" ? undefined : value;
const setting = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsUnset, schema);

/** Every setting that a person may give. `.env.example` explains each in a sentence. */
const givenShape = {
  PORT: setting(
    z.coerce.number("must be a number").int("must be a whole number").min(1).max(65_535).default(3000),
  ),
  DATA_DIR: setting(z.string().default(".data")),
  DATABASE_URL: setting(postgresUrl().optional()),
  STRIPE_SECRET_KEY: setting(
    z
      .string()
      .regex(/^(sk|rk)_(test|live)_\w+$/, "must be a Stripe secret key such as sk_test_…")
      .optional(),
  ),
  STRIPE_WEBHOOK_SECRET: setting(z.string().startsWith("whsec_", "must start with whsec_").optional()),
  STRIPE_API_BASE: setting(z.url("must be an address such as http://127.0.0.1:12111").optional()),
  SMTP_URL: setting(
    z
      .string()
      .regex(/^smtps?:\/\//, "must look like smtp://user:password@mail.example.com:587")
      .optional(),
  ),
  AUTH_SECRET: setting(z.string().min(32, "must have at least 32 characters").optional()),
  APP_URL: setting(
    z.url({ protocol: /^https?$/, error: "must be an address such as https://shop.example.com" }).optional(),
  ),
  TRUSTED_PROXIES: setting(
    z.coerce
      .number("must be a number")
      .int("must be a whole number")
      .min(0, "must be 0 or more")
      .max(10, "must be 10 at most")
      .default(0),
  ),
  SAMPLE_SHOP: setting(z.enum(["on", "off"], 'must be "on" or "off"').default("on")),
  STYLEGUIDE: setting(z.enum(["on", "off"], 'must be "on" or "off"').optional()),
  NODE_ENV: setting(z.enum(["development", "production", "test"]).default("development")),
  LOG_LEVEL: setting(z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info")),
};

const givenSchema = z.object(givenShape);

/** What a running process needs. `npm start` fills in what a person left out before it starts one. */
const envSchema = z
  .object({
    ...givenShape,
    DATABASE_URL: setting(postgresUrl("is missing")),
    AUTH_SECRET: setting(z.string("is missing").min(32, "must have at least 32 characters")),
    STRIPE_SECRET_KEY: setting(z.string("is missing")),
    STRIPE_WEBHOOK_SECRET: setting(z.string("is missing")),
  })
  .transform((env) => ({
    ...env,
    APP_URL: (env.APP_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ""),
  }));

export type GivenEnv = z.output<typeof givenSchema>;
export type Env = z.output<typeof envSchema>;
export type Parsed<T> = { ok: true; value: T } | { ok: false; lines: string[] };

let parsed: Env | undefined;

/** The environment of this process, validated once. Throws with one line per missing or malformed variable. */
export function getEnv(): Env {
  if (parsed) return parsed;
  const result = parseEnv(process.env);
  if (!result.ok) throw new Error(`The environment is not usable:\n${result.lines.join("\n")}`);
  parsed = result.value;
  return parsed;
}

export function parseEnv(source: Record<string, string | undefined>): Parsed<Env> {
  return readWith(envSchema, source);
}

/** The settings as given to `npm start`, before it adds its own database, secrets and simulator. */
export function parseGivenEnv(source: Record<string, string | undefined>): Parsed<GivenEnv> {
  const result = readWith(givenSchema, source);
  if (result.ok && result.value.STRIPE_SECRET_KEY && !result.value.STRIPE_WEBHOOK_SECRET) {
    return {
      ok: false,
      lines: ["STRIPE_WEBHOOK_SECRET is missing (STRIPE_SECRET_KEY is set, so it is needed)"],
    };
  }
  return result;
}

function readWith<T>(schema: z.ZodType<T>, source: Record<string, string | undefined>): Parsed<T> {
  const result = schema.safeParse(source);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, lines: result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`) };
}

function postgresUrl(missing = "must look like postgresql://user:password@host:5432/database") {
  return z
    .string(missing)
    .regex(/^postgres(ql)?:\/\//, "must look like postgresql://user:password@host:5432/database");
}
