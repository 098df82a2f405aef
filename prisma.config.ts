import { defineConfig } from "prisma/config";

// Read by the Prisma CLI alone (generate; on a machine with a network also `prisma migrate deploy`).
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://unset.invalid/touchmark" },
});
