import { defineConfig } from "vitest/config";

// A zone that is neither ours nor whole hours from UTC: arithmetic that leans on the machine's zone shows.
process.env.TZ = "Asia/Kathmandu";

const shared = {
  environment: "node" as const,
  setupFiles: ["tests/support/setup.ts"],
  restoreMocks: true,
  unstubEnvs: true,
};

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  // Next keeps JSX as it is in tsconfig for its own compiler; here it must become calls.
  oxc: { jsx: { runtime: "automatic" } },
  test: {
    projects: [
      { extends: true, test: { ...shared, name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"] } },
      {
        extends: true,
        test: { ...shared, name: "architecture", include: ["tests/architecture/**/*.test.ts"] },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          globalSetup: ["tests/support/postgres-global-setup.ts"],
          setupFiles: ["tests/support/setup.ts", "tests/support/database-setup.ts"],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Whole starts of the program: minutes, not milliseconds, and one after another.
        extends: true,
        test: {
          ...shared,
          name: "system",
          include: ["tests/system/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
