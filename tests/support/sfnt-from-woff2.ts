import { brotliDecompressSync } from "node:zlib";

/**
 * The tables of a WOFF2 file as a plain SFNT, for HarfBuzz, which reads no WOFF2. Outlines stay behind: WOFF2 stores
 * them transformed, and shaping needs none. W3C WOFF 2.0, chapters 4 and 5.
 */
export function sfntFromWoff2(file: Buffer): Buffer {
  const { entries, end } = readDirectory(file, file.readUInt16BE(12));
  const data = brotliDecompressSync(file.subarray(end, end + file.readUInt32BE(20)));
  let offset = 0;
  const tables = entries.flatMap(({ tag, length, plain }) => {
    const bytes = data.subarray(offset, offset + length);
    offset += length;
    return plain ? [{ tag, bytes }] : [];
  });
  return writeSfnt(tables);
}

type Entry = { tag: string; length: number; plain: boolean };

function readDirectory(file: Buffer, count: number): { entries: Entry[]; end: number } {
  const entries: Entry[] = [];
  let at = 48;
  const readBase128 = () => {
    let value = 0;
    for (;;) {
      const byte = file.readUInt8(at++);
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
  };
  for (let index = 0; index < count; index += 1) {
    const flags = file.readUInt8(at++);
    const known = knownTags[flags & 0x3f];
    const tag = known ?? file.toString("latin1", at, at + 4);
    if (known === undefined) at += 4;
    const version = flags >> 6;
    const original = readBase128();
    const plain = tag === "glyf" || tag === "loca" ? version === 3 : version === 0;
    entries.push({ tag, plain, length: plain ? original : readBase128() });
  }
  return { entries, end: at };
}

function writeSfnt(tables: { tag: string; bytes: Buffer }[]): Buffer {
  const header = Buffer.alloc(12 + tables.length * 16);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(tables.length, 4);
  const parts: Buffer[] = [header];
  let offset = header.length;
  [...tables]
    .sort((a, b) => (a.tag < b.tag ? -1 : 1))
    .forEach(({ tag, bytes }, index) => {
      const at = 12 + index * 16;
      header.write(tag, at, "latin1");
      header.writeUInt32BE(offset, at + 8);
      header.writeUInt32BE(bytes.length, at + 12);
      const padding = (4 - (bytes.length % 4)) % 4;
      parts.push(bytes, Buffer.alloc(padding));
      offset += bytes.length + padding;
    });
  return Buffer.concat(parts);
}

const knownTags = (
  "cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX " +
  "vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat " +
  "fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill"
)
  .split(" ")
  .map((tag) => tag.replace("_", " "));
