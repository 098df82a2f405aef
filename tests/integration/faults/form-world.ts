import { Temporal } from "temporal-polyfill";
import { openSession } from "@/lib/features/accounts/sign-in";
import { openCheckout } from "@/lib/features/payments/open-checkout";
import { settleCheckout } from "@/lib/features/payments/settle-checkout";
import { sealSessionCookie } from "@/lib/platform/auth";
import { BAG_COOKIE, bagKey } from "@/lib/platform/bag-cookie";
import { db } from "@/lib/platform/db";
import { signPasswordLink } from "@/lib/platform/password-link";
import { everySkill, hire, workUntil } from "../../support/bench-orders";
import type { FakeGateway } from "../../support/fake-gateway";
import { placeOrder } from "../../support/orders";
import { giveCard } from "../../support/reductions";
import { requestCookies } from "../../support/request-scope";
import { createShop } from "../../support/shop";
import { quickHash } from "../accounts/quick-hash";

export const PASSWORD = "three quiet words";
export const OWN_BAG = "b".repeat(27);

export type World = Awaited<ReturnType<typeof createWorld>>;

/** One of everything that a form can be about: each with something that the form could really do to it. */
export async function createWorld(gateway: FakeGateway) {
  const now = Temporal.Now.instant();
  const { productId } = await createShop(now);
  const owner = await hire("Imogen", { role: "OWNER" });
  const artisan = await hire("Mara", { skills: everySkill });
  const passwordHash = quickHash(PASSWORD);
  await db.user.updateMany({ data: { passwordHash } });
  const paid = await placePaidOrder(productId, now, "p".repeat(64), gateway);
  const [working, ready] = paid.jobIds;
  if (!working || !ready) throw new Error("two pieces were ordered");
  await workUntil(ready, null, { now, actor: artisan });
  await workUntil(working, "forming", { now, actor: artisan });
  // Not under way any more, and yet to be paid.
  const unpaid = await placeOrder(productId, { now, bagKey: "u".repeat(64) });
  const photo = await db.jobPhoto.create({
    data: {
      jobId: working,
      byId: owner.id,
      caption: "",
      storageKey: "job-photos/none.webp",
      contentType: "image/webp",
      width: 10,
      height: 10,
      bytes: 10,
    },
  });
  const mail = await db.mail.create({
    data: {
      template: "order-refunded",
      dedupeKey: "a failed one",
      recipient: "ada@example.com",
      data: {},
      status: "FAILED",
      lastError: "no",
    },
  });
  await db.closure.create({ data: { date: new Date("2031-05-05"), name: "Fair" } });
  const sizer = await db.sizerRequest.create({
    data: {
      ...{ email: "ada@example.com", name: "Ada Finch", line1: "12 Narrow Quay", city: "Bristol" },
      ...{ postalCode: "BS1 4QA", country: "GB" },
    },
  });
  const timeOff = await db.timeOff.create({
    data: {
      artisanId: artisan.artisanId ?? "",
      fromDate: new Date("2031-05-05"),
      toDate: new Date("2031-05-06"),
    },
  });
  const disabled = await hire("Bo");
  await db.user.update({ where: { id: disabled.id }, data: { disabledAt: new Date(now.epochMilliseconds) } });
  // In the bag of this browser.
  await placeOrder(productId, { now, bagKey: bagKey(OWN_BAG) });
  const line = await db.cartLine.findFirstOrThrow({ where: { cart: { tokenHash: bagKey(OWN_BAG) } } });
  const strangers = await db.cartLine.findFirstOrThrow({ where: { cart: { tokenHash: "u".repeat(64) } } });
  const job = await db.job.findUniqueOrThrow({ where: { id: working }, include: { stages: true } });
  const otherSession = await openSession(owner.id, "another browser", now);
  const passwordLink = signPasswordLink(
    { userId: artisan.id, passwordHash, expiresAt: now.add({ hours: 1 }) },
    process.env.AUTH_SECRET ?? "",
  );
  const discount = await db.discountCode.create({
    data: { code: "WELCOME10", kind: "PERCENT", value: 1000 },
  });
  const giftCard = await giveCard(5_000, { now });
  return {
    ...{ discount, giftCard },
    ...{
      now,
      owner,
      artisan,
      paid,
      unpaid,
      photo,
      mail,
      sizer,
      timeOff,
      disabled,
      line,
      strangers,
      job,
      ready,
    },
    ...{ otherSession, passwordLink },
    paidVersion: (await db.order.findUniqueOrThrow({ where: { id: paid.id } })).version,
    productVersion: (await db.product.findUniqueOrThrow({ where: { id: productId } })).version,
    // The first may be moved and removed because there is another.
    pictureId: (await pictureOf(productId, 9)).id,
    otherPictureId: (await pictureOf(productId, 8)).id,
    uploadId: (await uploadOf(productId, owner.id, now)).id,
    workshopVersion: (await db.workshop.findUniqueOrThrow({ where: { id: 1 } })).version,
    bench: await db.artisan.findUniqueOrThrow({ where: { id: artisan.artisanId ?? "" } }),
    cartVersion: (await db.cart.findUniqueOrThrow({ where: { tokenHash: bagKey(OWN_BAG) } })).version,
  };
}

function pictureOf(productId: string, position: number) {
  return db.productPicture.create({
    data: { productId, position, src: "/pictures/posy-ring", width: 1000, height: 1000, alt: "A ring" },
  });
}

/** A photo whose sizes couldn't be made. */
function uploadOf(productId: string, byId: string, now: Temporal.Instant) {
  const id = "00000000-0000-4000-8000-000000000001";
  const copy = { masterKey: `masters/${id}.jpg`, sha256: "0".repeat(64), width: 1500, height: 1000 };
  const failed = { status: "FAILED" as const, failure: "The photo itself is gone." };
  return db.pictureUpload.create({
    data: { id, productId, byId, createdAt: new Date(now.epochMilliseconds), ...copy, ...failed },
  });
}

/** Paid through the provider, so that it can be refunded. */
async function placePaidOrder(productId: string, now: Temporal.Instant, key: string, gateway: FakeGateway) {
  const order = await placeOrder(productId, { now, bagKey: key });
  const opened = await openCheckout(order.id, { now, gateway });
  if (!opened.ok) throw new Error(opened.code);
  const sessionId = opened.value.url.slice("https://pay.example/".length);
  gateway.pay(sessionId);
  await settleCheckout(sessionId, { now, gateway });
  const jobs = await db.job.findMany({
    where: { orderLine: { orderId: order.id } },
    orderBy: { number: "asc" },
  });
  return { ...order, jobIds: jobs.map(({ id }) => id) };
}

/** From now on the forms come from this person's browser, which has a bag of its own. */
export async function beBrowserOf(userId: string | null, now: Temporal.Instant): Promise<void> {
  requestCookies.clear();
  requestCookies.set(BAG_COOKIE, OWN_BAG);
  if (!userId) return;
  const session = await openSession(userId, "this browser", now);
  const { name, value } = await sealSessionCookie(session);
  requestCookies.set(name, value);
}
