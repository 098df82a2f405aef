import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import { openSession } from "@/lib/features/accounts/sign-in";
import { judgeVisit } from "@/lib/features/workshop/studio-visit";
import { sealSessionCookie } from "@/lib/platform/auth";
import { pageGates } from "../../architecture/gates";
import { hire, paidOrder } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { createShop } from "../../support/shop";

const db = testDb();
const now = Temporal.Now.instant();
const studioPages = Object.entries(pageGates).filter(
  ([file]) => file.startsWith("app/studio/") && !file.includes("[...missing]"),
);
let owner = "";
let artisan = "";
let keys: Record<string, string>;

beforeEach(async () => {
  await emptyDatabase();
  const { productId } = await createShop(now);
  const order = await paidOrder(productId, { now });
  const job = await db.job.findUniqueOrThrow({ where: { id: order.jobIds[0] ?? "" } });
  const product = await db.product.findUniqueOrThrow({ where: { id: productId } });
  const mail = await db.mail.create({
    data: { template: "order-refunded", dedupeKey: "1", recipient: "a@example.com", data: {} },
  });
  keys = { jobs: job.number, orders: order.number, products: product.slug, mail: mail.id };
  owner = await cookieOf("Imogen", "OWNER");
  artisan = await cookieOf("Mara", "ARTISAN");
});

describe("a visit to the studio", () => {
  it.each(studioPages)("%s is for %s", async (file, gate) => {
    const address = addressOf(file);
    expect(await judgeVisit(address, undefined, now)).toBe("sign-in");
    expect(await judgeVisit(address, "forged", now)).toBe("sign-in");
    expect(await judgeVisit(address, artisan, now)).toBe(gate === "owner" ? "no-access" : "welcome");
    expect(await judgeVisit(address, owner, now)).toBe("welcome");
  });

  it("to a number that nobody has is answered with 404, and to a stranger with the sign-in all the same", async () => {
    const nowhere = [
      "/studio/jobs/TM-9-9",
      "/studio/jobs/TM-9-9/ticket",
      "/studio/orders/TM-9",
      "/studio/mail/x",
      "/studio/cellar",
    ];
    const broken = ["/studio/jobs/%00", "/studio/orders/%E0%A4%A", "/studio/jobs/' OR 1=1"];
    for (const address of [...nowhere, ...broken]) {
      expect(await judgeVisit(address, artisan, now)).toBe("missing");
      expect(await judgeVisit(address, undefined, now)).toBe("sign-in");
    }
  });

  it("to a mail that opens an account is the owner's", async () => {
    const { id } = await db.mail.create({
      data: { template: "password-reset", dedupeKey: "2", recipient: "b@example.com", data: {} },
    });
    expect(await judgeVisit(`/studio/mail/${id}`, artisan, now)).toBe("missing");
    expect(await judgeVisit(`/studio/mail/${id}`, owner, now)).toBe("welcome");
  });

  it("ends with the session", async () => {
    await db.userSession.updateMany({ data: { revokedAt: new Date() } });
    expect(await judgeVisit("/studio", owner, now)).toBe("sign-in");
  });
});

/** A page's file as an address of something that is there. */
function addressOf(file: string): string {
  const path = file.replace(/^app/, "").replace(/\/page\.tsx$/, "");
  return path.replace(/\[\w+\]/g, () => keys[path.split("/")[2] ?? ""] ?? "none");
}

async function cookieOf(name: string, role: "OWNER" | "ARTISAN"): Promise<string> {
  const { id } = await hire(name, { role });
  return (await sealSessionCookie(await openSession(id, null, now))).value;
}
