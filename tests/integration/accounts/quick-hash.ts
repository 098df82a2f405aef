import { scryptSync } from "node:crypto";

/** A password's hash at a hundredth of the cost, for tests that sign in often; the hash itself says so. */
export function quickHash(password: string): string {
  const key = scryptSync(password, Buffer.alloc(16), 32, { N: 1024, r: 8, p: 1 });
  return `$scrypt$ln=10,r=8,p=1$${Buffer.alloc(16).toString("base64")}$${key.toString("base64")}`;
}
