import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { Complaint } from "./complaint";
import { findFreePort } from "./ports";

const secretsSchema = z.object({
  databasePassword: z.string(),
  authSecret: z.string(),
  sampleOwnerPassword: z.string(),
  simulatorKey: z.string(),
  simulatorWebhookSecret: z.string(),
});
const portsSchema = z.record(z.string(), z.number());

export type Secrets = z.output<typeof secretsSchema>;

/** DATA_DIR: everything that a shop on one machine keeps. */
export class DataFolder {
  readonly path: string;
  readonly secrets: Secrets;

  constructor(location: string) {
    this.path = path.resolve(location);
    try {
      // Others may pass through to what is theirs (PostgreSQL, when root starts us) but not look around.
      mkdirSync(this.path, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
      mkdirSync(this.inside("logs"), { recursive: true, mode: 0o700 });
      this.secrets = this.#readSecrets();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      const why = code === "EACCES" || code === "EPERM" ? "it belongs to another user" : code;
      throw new Complaint(`The data folder ${this.path} can't be used: ${why}.`);
    }
  }

  inside(...names: string[]): string {
    return path.join(this.path, ...names);
  }

  get lockFile(): string {
    return this.inside("start.lock");
  }

  /** The port that `service` had last time if it is still free, else another free one, remembered. */
  async portFor(service: string): Promise<number> {
    const ports = this.#ports();
    const port = await findFreePort(ports[service], Object.values(ports));
    writeWhole(this.inside("ports.json"), { ...ports, [service]: port }, 0o644);
    return port;
  }

  /** Where a start that is running on this folder has its database. */
  databaseUrl(port = this.#ports().postgres): string {
    const { databasePassword } = this.secrets;
    return `postgresql://touchmark:${databasePassword}@127.0.0.1:${port}/touchmark`;
  }

  #ports(): Record<string, number> {
    const file = this.inside("ports.json");
    return existsSync(file) ? portsSchema.parse(JSON.parse(readFileSync(file, "utf8"))) : {};
  }

  #readSecrets(): Secrets {
    const file = this.inside("secrets.json");
    const known = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Partial<Secrets>) : {};
    const secrets = secretsSchema.parse({ ...newSecrets(), ...known });
    if (Object.keys(known).length < Object.keys(secrets).length) writeWhole(file, secrets, 0o600);
    return secrets;
  }
}

function newSecrets(): Secrets {
  return {
    databasePassword: randomBytes(24).toString("base64url"),
    authSecret: randomBytes(32).toString("base64url"),
    sampleOwnerPassword: readablePassword(),
    simulatorKey: `sk_test_${randomBytes(18).toString("hex")}`,
    simulatorWebhookSecret: `whsec_${randomBytes(24).toString("hex")}`,
  };
}

// Four groups of four, without letters that are mistaken for one another: 16 × log2(31) = 79 bits.
function readablePassword(): string {
  const letters = "abcdefghijkmnpqrstuvwxyz2345678";
  const picked = [...randomBytes(64)]
    .filter((byte) => byte < 31 * 8)
    .map((byte) => letters.charAt(byte % 31));
  return [0, 4, 8, 12].map((start) => picked.slice(start, start + 4).join("")).join("-");
}

// Whole or not at all: a start that is killed while writing must not leave half a file.
function writeWhole(file: string, value: unknown, mode: number): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode });
  renameSync(draft, file);
}
