import { createHash } from "node:crypto";
import type { OutgoingHttpHeaders } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gunzip, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";

export type Coding = "identity" | "gzip" | "br";
export type StoredPage = { headers: OutgoingHttpHeaders; etag: string; bodies: Record<Coding, Buffer> };

const compress = { br: promisify(brotliCompress), gzip: promisify(gzip), gunzip: promisify(gunzip) };
const MOST_BYTES = 64 * 1024 * 1024;
// A lost signal leaves a page stale no longer than this; Next has lifetimes of its own behind it.
const LIFETIME_MS = 60_000;

/** Whole pages as they go over the wire, compressed once. The least used make room. */
export class PageStore {
  readonly #pages = new LRUCache<string, StoredPage>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ bodies }) => bodies.identity.length + bodies.gzip.length + bodies.br.length,
    ttl: LIFETIME_MS,
  });
  #age = 0;

  get(address: string): StoredPage | undefined {
    return this.#pages.get(address);
  }

  /** Grows whenever pages are forgotten: what was rendered before must not be stored after. */
  get age(): number {
    return this.#age;
  }

  forgetAll(): void {
    this.#age += 1;
    this.#pages.clear();
  }

  /**
   * @param body as it was sent, in the coding that its headers name (none or gzip)
   * @param age when its rendering began
   */
  async put(address: string, headers: OutgoingHttpHeaders, body: Buffer, age: number): Promise<void> {
    const { "content-encoding": coding, "content-length": _length, ...rest } = headers;
    const identity = coding === "gzip" ? await compress.gunzip(body) : body;
    const [zipped, br] = await Promise.all([
      compress.gzip(identity),
      compress.br(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } }),
    ]);
    if (age !== this.#age) return;
    const etag = `W/"${createHash("sha256").update(identity).digest("base64url").slice(0, 27)}"`;
    this.#pages.set(address, { headers: rest, etag, bodies: { identity, gzip: zipped, br } });
  }
}
