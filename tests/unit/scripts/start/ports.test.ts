import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { findFreePort, isPortFree } from "@/scripts/start/ports";

describe("ports", () => {
  it("keeps the wanted port while it is free, and finds another while it isn't", async () => {
    const wanted = await findFreePort(undefined, []);
    expect(await findFreePort(wanted, [])).toBe(wanted);

    const server = createServer();
    await new Promise<void>((resolve) => server.listen(wanted, "127.0.0.1", resolve));
    expect(await isPortFree(wanted)).toBe(false);
    expect(await findFreePort(wanted, [])).not.toBe(wanted);
    await new Promise((resolve) => server.close(resolve));
    expect(await isPortFree(wanted)).toBe(true);
  });
});
