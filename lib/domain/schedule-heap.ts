/** A binary heap of payloads by key, the smallest first. Two parallel arrays: no object an entry, for the simulation's sake. */
export class KeyedHeap {
  readonly #keys: number[] = [];
  readonly #payloads: number[] = [];

  get size(): number {
    return this.#keys.length;
  }

  /** Infinity when empty. */
  get smallestKey(): number {
    return this.#keys[0] ?? Number.POSITIVE_INFINITY;
  }

  push(key: number, payload: number): void {
    let index = this.#keys.length;
    this.#keys.push(key);
    this.#payloads.push(payload);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (this.#key(parent) <= key) break;
      this.#copy(parent, index);
      index = parent;
    }
    this.#keys[index] = key;
    this.#payloads[index] = payload;
  }

  /** The payload of the smallest key; throws when empty. */
  pop(): number {
    const payload = this.#payloads[0];
    const lastKey = this.#keys.pop();
    const lastPayload = this.#payloads.pop();
    if (payload === undefined || lastKey === undefined || lastPayload === undefined)
      throw new Error("The heap is empty");
    const size = this.#keys.length;
    if (size === 0) return payload;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= size) break;
      if (child + 1 < size && this.#key(child + 1) < this.#key(child)) child += 1;
      if (this.#key(child) >= lastKey) break;
      this.#copy(child, index);
      index = child;
    }
    this.#keys[index] = lastKey;
    this.#payloads[index] = lastPayload;
    return payload;
  }

  #key(index: number): number {
    return this.#keys[index] ?? Number.POSITIVE_INFINITY;
  }

  #copy(from: number, to: number): void {
    this.#keys[to] = this.#key(from);
    this.#payloads[to] = this.#payloads[from] ?? 0;
  }
}
