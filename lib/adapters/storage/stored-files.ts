import type { Temporal } from "temporal-polyfill";

/** Where bytes lie that people brought: keys are ours ("job-photos/…"), never a name that came from outside. */
export type Storage = {
  /** Whole or not at all: a reader never sees half of it. Writing the same key again replaces it. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** null where there is nothing under this key */
  get(key: string): Promise<Uint8Array | null>;
  /** Nothing happens where there is nothing. */
  remove(key: string): Promise<void>;
  /** Every file whose key begins with this folder's name ("media/"). */
  list(folder: string): AsyncIterable<StoredFile>;
};

export type StoredFile = { key: string; writtenAt: Temporal.Instant };

/** Lower-case words, digits and single dots or dashes between slashes: nothing that climbs out of the folder. */
const KEY = /^[a-z0-9]+(?:[-.][a-z0-9]+)*(?:\/[a-z0-9]+(?:[-.][a-z0-9]+)*)*$/;

export function isKey(key: string): boolean {
  return key.length <= 200 && KEY.test(key);
}

/** Throws (a bug) for what is no key of ours. */
export function checkKey(key: string): string {
  if (!isKey(key)) throw new Error(`Not a storage key: ${JSON.stringify(key)}`);
  return key;
}
