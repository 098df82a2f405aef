import type { PictureRefusal } from "@/lib/features/media/schema";

/** Of what is no photo, what people bring by mistake or on purpose: told apart by its first bytes, never by its name. */
export function fileKind(bytes: Uint8Array): "picture" | PictureRefusal {
  const head = Buffer.from(bytes.subarray(0, 1024));
  if (startsWith(head, [0xff, 0xd8, 0xff]) || startsWith(head, [0x89, 0x50, 0x4e, 0x47])) return "picture";
  const text = head.toString("latin1");
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") return "picture";
  if (text.slice(4, 8) === "ftyp") return brandKind(text.slice(8, 40));
  if (/^GIF8[79]a/.test(text)) return "moving";
  if (text.startsWith("%PDF")) return "pdf";
  return /<svg[\s>]/i.test(text) ? "drawing" : "not-a-photo";
}

/** HEIC, AVIF and films are one family of files: the brands say which member. */
function brandKind(brands: string): "picture" | PictureRefusal {
  if (brands.startsWith("avis")) return "moving";
  if (brands.includes("avif")) return "picture";
  return /hei[cxms]|hev[cxms]|mif1|msf1/.test(brands) ? "heic" : "not-a-photo";
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
