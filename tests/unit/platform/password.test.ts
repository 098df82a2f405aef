import { describe, expect, it } from "vitest";
import { hashPassword, pretendToVerify, verifyPassword } from "@/lib/platform/password";

describe("a password", () => {
  it("opens with itself and with nothing else", async () => {
    const hash = await hashPassword("hammer and anvil");
    expect(hash).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=$/);
    expect(await verifyPassword("hammer and anvil", hash)).toBe(true);
    expect(await verifyPassword("hammer and anvils", hash)).toBe(false);
    expect(await verifyPassword("", hash)).toBe(false);
  });

  it("has another hash every time", async () => {
    expect(await hashPassword("hammer and anvil")).not.toBe(await hashPassword("hammer and anvil"));
  });

  it("is the same however the keyboard composes its letters", async () => {
    const hash = await hashPassword("Zoe\u0308 am Ambo\u00DF");
    expect(await verifyPassword("Zo\u00EB am Ambo\u00DF", hash)).toBe(true);
  });

  it("is refused unhashed when it is too short or too long", async () => {
    await expect(hashPassword("short")).rejects.toThrow("10 to 200");
    await expect(hashPassword("x".repeat(201))).rejects.toThrow("10 to 200");
    const hash = await hashPassword("x".repeat(200));
    expect(await verifyPassword("x".repeat(200), hash)).toBe(true);
    expect(await verifyPassword("x".repeat(5_000_000), hash)).toBe(false);
  });

  it("does not open with a hash that is damaged or asks for too much", async () => {
    const hash = await hashPassword("hammer and anvil");
    const damaged = [
      "",
      "plain",
      hash.slice(0, -8),
      hash.replace("ln=15", "ln=30"),
      hash.replace("scrypt", "argon2"),
    ];
    for (const stored of damaged) expect(await verifyPassword("hammer and anvil", stored)).toBe(false);
  });

  it("still opens with a hash of lower cost, kept from earlier", async () => {
    const earlier =
      "$scrypt$ln=10,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA==$" +
      (await lowCostKey("hammer and anvil")).toString("base64");
    expect(await verifyPassword("hammer and anvil", earlier)).toBe(true);
  });

  it("takes about as long to refuse when nobody has the e-mail", async () => {
    expect(await pretendToVerify("hammer and anvil")).toBe(false);
  });
});

async function lowCostKey(password: string): Promise<Buffer> {
  const { scryptSync } = await import("node:crypto");
  return scryptSync(password, Buffer.alloc(16), 32, { N: 1024, r: 8, p: 1 });
}
