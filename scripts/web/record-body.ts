import type { ServerResponse } from "node:http";

/** Hands over the body as it was sent, once all of it is; nothing where it is longer than `most` bytes or broke off. */
export function recordBody(response: ServerResponse, most: number, use: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const keep = ([chunk, encoding]: unknown[]) => {
    if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) return;
    const bytes =
      typeof chunk === "string"
        ? Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8")
        : Buffer.from(chunk);
    length += bytes.length;
    if (length <= most) chunks.push(bytes);
  };
  const { write, end } = response as unknown as Record<"write" | "end", (...args: unknown[]) => never>;
  Object.assign(response, {
    write: (...args: unknown[]) => {
      keep(args);
      return write.apply(response, args);
    },
    end: (...args: unknown[]) => {
      keep(args);
      return end.apply(response, args);
    },
  });
  response.once("finish", () => length <= most && use(Buffer.concat(chunks)));
}
