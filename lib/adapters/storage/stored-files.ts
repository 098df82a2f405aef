/** Where bytes lie that people brought: keys are ours ("job-photos/…"), never a name that came from outside. */
export type Storage = {
  /** Whole or not at all: a reader never sees half of it. Writing the same key again replaces it. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** null where there is nothing under this key */
  get(key: string): Promise<Uint8Array | null>;
  /** Nothing happens where there is nothing. */
  remove(key: string): Promise<void>;
};
