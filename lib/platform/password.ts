import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

export const PASSWORD_MIN_LENGTH = 10;
/** Longer ones are refused before any hashing: nobody gets to burn our processor with a novel. */
export const PASSWORD_MAX_LENGTH = 200;

// OWASP's Password Storage Cheat Sheet: N = 2^15, r = 8, p = 3 (32 MiB a hash).
const CURRENT = { logN: 15, blockSize: 8, parallel: 3 } as const;
const SALT_BYTES = 16;
const KEY_BYTES = 32;
// What a stored hash may ask for: a forged row must not take all memory.
const MAX_LOG_N = 17;

type ScryptCost = { logN: number; blockSize: number; parallel: number };

/** `$scrypt$ln=15,r=8,p=3$salt$key`, salt and key in base64. Throws on a length outside the limits. */
export async function hashPassword(password: string): Promise<string> {
  const length = password.normalize("NFKC").length;
  if (length < PASSWORD_MIN_LENGTH || length > PASSWORD_MAX_LENGTH) {
    throw new Error(`A password has ${PASSWORD_MIN_LENGTH} to ${PASSWORD_MAX_LENGTH} characters`);
  }
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(password, salt, CURRENT);
  const cost = `ln=${CURRENT.logN},r=${CURRENT.blockSize},p=${CURRENT.parallel}`;
  return `$scrypt$${cost}$${salt.toString("base64")}$${key.toString("base64")}`;
}

/** False for a wrong password, one that is too long, and a hash that can't be read. Takes its time in each. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  if (isTooLong(password)) return false;
  const parsed = parseHash(stored);
  if (!parsed) return pretendToVerify(password);
  const key = await derive(password, parsed.salt, parsed.cost);
  return timingSafeEqual(key, parsed.key);
}

/** For an e-mail that nobody has: the answer must take as long as for one that somebody has. */
export async function pretendToVerify(password: string): Promise<false> {
  if (!isTooLong(password)) await derive(password, randomBytes(SALT_BYTES), CURRENT);
  return false;
}

function isTooLong(password: string): boolean {
  // A letter is three or four characters at most where its accents are typed apart: a novel isn't composed at all.
  if (password.length > 4 * PASSWORD_MAX_LENGTH) return true;
  return password.normalize("NFKC").length > PASSWORD_MAX_LENGTH;
}

/** What an account holds until its owner has chosen a password; each time another, so that old links die. */
export function noPassword(): string {
  return `!${randomBytes(12).toString("hex")}`;
}

export function hasPassword(stored: string): boolean {
  return stored.startsWith("$scrypt$");
}

function parseHash(stored: string): { salt: Buffer; key: Buffer; cost: ScryptCost } | null {
  const match = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]+)$/.exec(
    stored,
  );
  if (!match) return null;
  const [, logN, blockSize, parallel, salt = "", key = ""] = match;
  const cost = { logN: Number(logN), blockSize: Number(blockSize), parallel: Number(parallel) };
  const keyBytes = Buffer.from(key, "base64");
  const sane = cost.logN >= 10 && cost.logN <= MAX_LOG_N && cost.blockSize >= 1 && cost.parallel >= 1;
  if (!sane || keyBytes.length !== KEY_BYTES) return null;
  return { salt: Buffer.from(salt, "base64"), key: keyBytes, cost };
}

function derive(password: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  const options = {
    N: 2 ** cost.logN,
    r: cost.blockSize,
    p: cost.parallel,
    maxmem: 256 * 2 ** cost.logN * cost.blockSize,
  };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
