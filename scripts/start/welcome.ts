import { Client } from "pg";
import type { GivenEnv } from "@/lib/platform/env";
import { verifyPassword } from "@/lib/platform/password";
import type { DataFolder } from "./data-folder";
import { usesSimulator } from "./environment";

type Setting = { given: GivenEnv; data: DataFolder; databaseUrl: string; simulatorPort: number };

/** The addresses, and how to get into the studio. */
export async function describeShop({ given, data, databaseUrl, simulatorPort }: Setting): Promise<string> {
  const address = (given.APP_URL ?? `http://localhost:${given.PORT}`).replace(/\/+$/, "");
  const lines = [
    "",
    "Touchmark is running.",
    `  Shop      ${address}`,
    `  Studio    ${address}/studio`,
    ...(await describeSignIn(databaseUrl, data.secrets.sampleOwnerPassword)),
    ...(usesSimulator(given)
      ? [`  Payments  simulated at http://localhost:${simulatorPort}; no real money moves`]
      : []),
    `  Logs      ${data.inside("logs")}`,
    "  Ctrl-C stops it.",
    "",
  ];
  return lines.join("\n");
}

/** Shown only while it is true: the sample owner is there and kept the password that we made. */
async function describeSignIn(databaseUrl: string, password: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ email: string; passwordHash: string }>(
      `SELECT email, "passwordHash" FROM "user" WHERE role = 'OWNER' AND "disabledAt" IS NULL ORDER BY "createdAt" LIMIT 1`,
    );
    const [owner] = rows;
    if (!owner || !(await verifyPassword(password, owner.passwordHash))) return [];
    return [`            sign in as ${owner.email}, password ${password}`];
  } finally {
    await client.end();
  }
}
