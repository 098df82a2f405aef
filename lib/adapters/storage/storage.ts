import { createLocalStorage } from "@/lib/adapters/storage/local-storage";
import { getEnv } from "@/lib/platform/env";

/** Where bytes lie that people brought: keys are ours ("job-photos/…"), never a name that came from outside. */
export type Storage = {
  /** Whole or not at all: a reader never sees half of it. Writing the same key again replaces it. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** null where there is nothing under this key */
  get(key: string): Promise<Uint8Array | null>;
  /** Nothing happens where there is nothing. */
  remove(key: string): Promise<void>;
};

let storage: Storage | undefined;

/** Files under DATA_DIR/files. A shop with several web servers shares that folder. */
export function getStorage(): Storage {
  storage ??= createLocalStorage(getEnv().DATA_DIR);
  return storage;
}
