import { randomUUID } from "node:crypto";
import { afterAll, inject } from "vitest";
import { dropDatabase, recreateDatabase, urlOf } from "./databases";

// Before the test file is imported: lib/platform/env reads the environment once.
const name = `touchmark_${randomUUID().replaceAll("-", "")}`;
await recreateDatabase(inject("postgresUrl"), name, inject("templateName"));
Object.assign(process.env, {
  DATABASE_URL: urlOf(inject("postgresUrl"), name),
  DATABASE_POOL: "5",
  AUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
  STRIPE_SECRET_KEY: "sk_test_only_for_tests",
  STRIPE_WEBHOOK_SECRET: "whsec_only_for_tests",
  APP_URL: "http://localhost:3000",
  LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
});

afterAll(async () => {
  const { closeDb } = await import("@/lib/platform/db");
  await closeDb();
  await dropDatabase(inject("postgresUrl"), name);
});
