import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocalStorage } from "@/lib/adapters/storage/local-storage";
import { createS3Storage } from "@/lib/adapters/storage/s3-storage";
import type { Storage } from "@/lib/adapters/storage/stored-files";
import { copyFiles } from "../../../scripts/db/copy-files";
import { openBucketServer } from "../../support/bucket";

let folder = "";
let strict: Awaited<ReturnType<typeof openBucketServer>>;
let lenient: typeof strict;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "touchmark-storage-"));
  strict = await openBucketServer(path.join(folder, "s3"));
  lenient = await openBucketServer(path.join(folder, "s3"), { listsToo: true });
});
afterAll(async () => {
  await Promise.all([strict.close(), lenient.close()]);
  await rm(folder, { recursive: true, force: true });
});

const bucket = (over: Parameters<typeof strict.bucket>[0] = {}) => strict.bucket(over);
const text = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString();
async function keysOf(storage: Storage, folder: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of storage.list(folder)) keys.push(key);
  return keys.sort();
}

describe.each([
  ["a folder", () => createLocalStorage(folder), () => createLocalStorage(folder)],
  ["a bucket", () => bucket(), () => lenient.bucket()],
])("files in %s", (_name, open, openToList) => {
  it("are given back as they were put, replaced whole, and forgotten", async () => {
    const storage = open();
    await storage.put("a/b.webp", Buffer.from("one"), "image/webp");
    await storage.put("a/b.webp", Buffer.from("two"), "image/webp");
    expect(text(await storage.get("a/b.webp"))).toBe("two");
    await storage.remove("a/b.webp");
    await storage.remove("a/b.webp");
    expect(await storage.get("a/b.webp")).toBeNull();
    expect(await storage.get("never/there.webp")).toBeNull();
  });

  it("are listed by folder, with when they were written", async () => {
    const storage = openToList();
    for (const key of ["media/one/400.avif", "media/two/400.avif", "mediator/x.avif"]) {
      await storage.put(key, Buffer.from(key), "image/avif");
    }
    expect(await keysOf(storage, "media")).toEqual(["media/one/400.avif", "media/two/400.avif"]);
    for await (const { writtenAt } of storage.list("media")) {
      expect(Math.abs(Temporal.Now.instant().since(writtenAt).total("seconds"))).toBeLessThan(60);
    }
    expect(await keysOf(storage, "nothing")).toEqual([]);
  });

  it("have keys of ours alone: none climbs out or names another file", async () => {
    const storage = open();
    for (const key of ["../secret", "a/../../b", "/etc/passwd", "a//b", ".hidden", "A", "a b", ""]) {
      await expect(storage.put(key, Buffer.from("x"), "image/webp")).rejects.toThrow("Not a storage key");
      await expect(storage.get(key)).rejects.toThrow("Not a storage key");
      await expect(storage.remove(key)).rejects.toThrow("Not a storage key");
    }
  });

  it("of a megabyte come back byte for byte", async () => {
    const storage = open();
    const bytes = Buffer.from(Array.from({ length: 1_000_000 }, (_, index) => (index * 7919) % 256));
    await storage.put("big/one.jpg", bytes, "image/jpeg");
    expect(Buffer.compare(Buffer.from((await storage.get("big/one.jpg")) ?? []), bytes)).toBe(0);
  });
});

describe("a bucket", () => {
  it("that refuses us is an error, not an empty shelf", async () => {
    await expect(bucket({ secretAccessKey: "wrong" }).get("a/b.webp")).rejects.toThrow();
    await expect(bucket({ bucket: "another" }).get("a/b.webp")).rejects.toThrow();
    await expect(
      bucket({ bucket: "another" }).put("a/b.webp", Buffer.from("x"), "image/webp"),
    ).rejects.toThrow();
  });

  it("that takes the call and never answers fails in time, at the next word or in the middle of a file", async () => {
    const sockets = new Set<Socket>();
    const silent = createServer((socket) => {
      sockets.add(socket.on("error", () => {}));
      // Half of what it promised to whoever reads, nothing at all to whoever writes.
      socket.once("data", (asked) => {
        if (asked.toString("latin1").startsWith("GET"))
          socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
      });
    });
    await new Promise<void>((listening) => silent.listen(0, "127.0.0.1", listening));
    const { port } = silent.address() as AddressInfo;
    const storage = createS3Storage(
      {
        ...{ endpoint: `http://127.0.0.1:${port}`, bucket: "shop", region: "us-east-1" },
        ...{ accessKeyId: "A", secretAccessKey: "B" },
      },
      { connectionTimeout: 200, requestTimeout: 200, socketTimeout: 200 },
    );
    try {
      await expect(storage.put("a/b.webp", Buffer.from("x"), "image/webp")).rejects.toThrow();
      await expect(storage.remove("a/b.webp")).rejects.toThrow();
      await expect(storage.get("a/b.webp")).rejects.toThrow();
    } finally {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => silent.close(closed));
    }
  }, 15_000);
});

describe("a shop that moves from a folder to a bucket", () => {
  it("takes every file along under its key, and no half one", async () => {
    const own = await mkdtemp(path.join(folder, "moves-"));
    const from = createLocalStorage(own);
    await from.put("media/abc/400.avif", Buffer.from("a picture"), "image/avif");
    await from.put("job-photos/one.webp", Buffer.from("a photo"), "image/webp");
    await writeFile(path.join(own, "files/media/abc/800.avif.0e5c.part"), "half");
    expect(await copyFiles(from, bucket())).toBe(2);
    expect(await copyFiles(from, bucket())).toBe(2);
    expect(text(await bucket().get("media/abc/400.avif"))).toBe("a picture");
    expect(text(await bucket().get("job-photos/one.webp"))).toBe("a photo");
  });
});

describe("a folder", () => {
  it("shows no half file, and lists what a kill left behind", async () => {
    const own = await mkdtemp(path.join(folder, "own-"));
    const storage = createLocalStorage(own);
    await storage.put("media/x/400.avif", Buffer.from("x"), "image/avif");
    expect(await readdir(path.join(own, "files/media/x"))).toEqual(["400.avif"]);
    await mkdir(path.join(own, "files/media/y"), { recursive: true });
    await writeFile(path.join(own, "files/media/y/400.avif.0e5c.part"), "half");
    expect(await storage.get("media/y/400.avif")).toBeNull();
    expect(await keysOf(storage, "media")).toEqual(["media/x/400.avif", "media/y/400.avif.0e5c.part"]);
  });
});
