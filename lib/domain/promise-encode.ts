import type { Baseline } from "@/lib/domain/promise-baseline";

/** The columns of a baseline one after another, little endian as every machine that we know of writes them. */
export function encodeBlocks({ offsets, starts, ends, yields }: Baseline): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(offsets.byteLength + starts.byteLength + ends.byteLength + yields.byteLength);
  let at = 0;
  for (const column of [offsets, starts, ends, yields]) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  return bytes;
}

/** Null where the bytes aren't a baseline of so many runs and artisans. */
export function decodeBlocks(
  bytes: Uint8Array,
  of: Pick<Baseline, "fromMs" | "seed" | "runs" | "artisans">,
): Baseline | null {
  const offsetCount = of.runs * of.artisans + 1;
  // A copy: columns of four bytes must begin at a multiple of four.
  const { buffer } = bytes.slice();
  const left = buffer.byteLength - offsetCount * 4;
  const count = left / 9;
  if (left < 0 || !Number.isInteger(count)) return null;
  const offsets = new Uint32Array(buffer, 0, offsetCount);
  if (offsets[0] !== 0 || offsets[offsetCount - 1] !== count) return null;
  return {
    ...of,
    offsets,
    starts: new Uint32Array(buffer, offsetCount * 4, count),
    ends: new Uint32Array(buffer, (offsetCount + count) * 4, count),
    yields: new Uint8Array(buffer, (offsetCount + 2 * count) * 4, count),
  };
}
