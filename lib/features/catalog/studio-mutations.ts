import type { Temporal } from "temporal-polyfill";
import type { DomainEvent, StaffActor } from "@/lib/domain/event";
import type {
  SetProductProofInput,
  SetProductStatusInput,
  UpdateProductCopyInput,
} from "@/lib/features/catalog/studio-schema";
import { recordEvent } from "@/lib/features/orders/events";
import { tagsTouchedBy } from "@/lib/platform/cache";
import { notifyCacheTags } from "@/lib/platform/cache-signals";
import { toDate } from "@/lib/platform/clock";
import { type Tx, withTransaction } from "@/lib/platform/db";
import { ok, type Refusal, type Result, refuse } from "@/lib/platform/errors";

export type WhenAndWho = { now: Temporal.Instant; actor: StaffActor };
export type ChangedProduct = { slug: string };
export type ProductRefusal = "NOT_FOUND" | "FORBIDDEN" | "STALE" | "NO_PICTURE" | "NO_PRICE";

/** The words of a product. What was ordered keeps the words of its day: its spec and its line are frozen. */
export async function updateProductCopy(
  { slug, version, ...copy }: UpdateProductCopyInput,
  who: WhenAndWho,
): Promise<Result<ChangedProduct, ProductRefusal>> {
  return changeProduct({ slug, version }, who, async (tx, product) => {
    const fields = Object.entries(copy)
      .filter(([field, value]) => Reflect.get(product, field) !== value)
      .map(([field]) => field);
    if (fields.length === 0) return ok(null);
    await tx.product.update({ where: { slug }, data: { ...copy, version: { increment: 1 } } });
    return ok({ type: "PRODUCT_CHANGED", data: { product: copy.name, fields } });
  });
}

/** Into the shop or out of it; what is ordered is made either way. */
export async function setProductStatus(
  { slug, version, status }: SetProductStatusInput,
  who: WhenAndWho,
): Promise<Result<ChangedProduct, ProductRefusal>> {
  return changeProduct({ slug, version }, who, async (tx, product) => {
    if (product.status === status) return ok(null);
    const pictures = await tx.productPicture.count({ where: { productId: product.id } });
    if (status === "ACTIVE" && pictures === 0) {
      return refuse("NO_PICTURE", { message: "It needs a picture before it can be in the shop." });
    }
    if (status === "ACTIVE" && product.priceFromMinor <= 0) {
      return refuse("NO_PRICE", { message: "It has no price yet: is there a price for each of its metals?" });
    }
    const published = status === "ACTIVE" ? { publishedAt: product.publishedAt ?? toDate(who.now) } : {};
    await tx.product.update({ where: { slug }, data: { status, ...published, version: { increment: 1 } } });
    const type = status === "ACTIVE" ? "PRODUCT_PUBLISHED" : "PRODUCT_RETIRED";
    return ok({ type, data: { product: product.name } });
  });
}

/** For what is ordered from now on; what was ordered keeps what was told before it was paid. */
export async function setProductProof(
  { slug, version, proof }: SetProductProofInput,
  who: WhenAndWho,
): Promise<Result<ChangedProduct, ProductRefusal>> {
  return changeProduct({ slug, version }, who, async (tx, product) => {
    if (product.proof === proof) return ok(null);
    await tx.product.update({ where: { slug }, data: { proof, version: { increment: 1 } } });
    return ok({ type: "PRODUCT_CHANGED", data: { product: product.name, fields: ["proof"] } });
  });
}

/** What somebody drew or chose was meant for the photo that they saw. */
export function anotherPhoto(): Refusal<"STALE"> {
  return refuse("STALE", { message: "Another photo stands here meanwhile. Please look again." });
}

type Product = Awaited<ReturnType<Tx["product"]["findUniqueOrThrow"]>>;

/** The lock, the version and the event that every change to a product has. `version`: null where nothing is written over. */
export async function changeProduct<C extends string = ProductRefusal>(
  { slug, version }: { slug: string; version: number | null },
  { now, actor }: WhenAndWho,
  change: (tx: Tx, product: Product) => Promise<Result<DomainEvent | null, C | ProductRefusal>>,
): Promise<Result<ChangedProduct, C | ProductRefusal>> {
  if (actor.role !== "OWNER") return refuse("FORBIDDEN");
  return withTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "product" WHERE "slug" = ${slug} FOR UPDATE`;
    const product = await tx.product.findUnique({ where: { slug } });
    if (!product) return refuse("NOT_FOUND");
    if (version !== null && product.version !== version) {
      return refuse("STALE", { message: "Somebody changed this meanwhile. Please look again." });
    }
    const changed = await change(tx, product);
    if (!changed.ok) return changed;
    if (changed.value) {
      await recordEvent(tx, { ...changed.value, actor, at: now });
      await notifyCacheTags(tx, tagsTouchedBy({ kind: "product", slug }));
    }
    return ok({ slug });
  });
}
