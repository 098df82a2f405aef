import { createHash } from "node:crypto";
import type { OutgoingHttpHeaders } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";

export type Coding = "identity" | "gzip" | "br";
export type StoredPage = { headers: OutgoingHttpHeaders; etag: string; bodies: Record<Coding, Buffer> };

const compress = { br: promisify(brotliCompress), gzip: promisify(gzip) };
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
   * @param headers of an answer that was sent, in whatever coding
   * @param body before it was compressed
   * @param age when its rendering began
   */
  async put(address: string, headers: OutgoingHttpHeaders, body: Buffer, age: number): Promise<void> {
    const {
      "content-encoding": _coding,
      "content-length": _length,
      "transfer-encoding": _chunked,
      ...rest
    } = headers;
    const [zipped, br] = await Promise.all([
      compress.gzip(body),
      compress.br(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } }),
    ]);
    if (age !== this.#age) return;
    const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
    this.#pages.set(address, { headers: rest, etag, bodies: { identity: body, gzip: zipped, br } });
  }
}
