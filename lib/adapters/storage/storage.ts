import { createLocalStorage } from "@/lib/adapters/storage/local-storage";
import type { Storage } from "@/lib/adapters/storage/stored-files";
import { getEnv } from "@/lib/platform/env";

let storage: Storage | undefined;

/** Files under DATA_DIR/files. A shop with several web servers shares that folder. */
export function getStorage(): Storage {
  storage ??= createLocalStorage(getEnv().DATA_DIR);
  return storage;
}
