import { beforeEach, describe, expect, it } from "vitest";
import { productOptionsSchema } from "@/lib/domain/options";
import { type Rig, readRig } from "@/lib/domain/rig";
import { fieldsOfDrawn, fieldsOfRig } from "@/lib/domain/rig-fields";
import { startPlacement } from "@/lib/domain/rig-shape";
import { getStudioPictures } from "@/lib/features/catalog/picture-data";
import { getPictureToRig } from "@/lib/features/catalog/rig-data";
import { saveRig } from "@/lib/features/catalog/rig-mutations";
import { saveRigSchema } from "@/lib/features/catalog/rig-schema";
import { hire } from "../../support/bench-orders";
import { emptyDatabase, testDb } from "../../support/database";
import { createShop, TUESDAY } from "../../support/shop";

const db = testDb();
let owner: Awaited<ReturnType<typeof hire>>;
let id: string;
const src = "/pictures/posy-ring";

beforeEach(async () => {
  await emptyDatabase();
  const { productId } = await createShop();
  owner = await hire("Olive", { role: "OWNER" });
  await db.productPicture.deleteMany({ where: { productId } });
  const picture = { src, width: 1000, height: 1000, alt: "A ring" };
  ({ id } = await db.productPicture.create({ data: { ...picture, productId, position: 0 } }));
});

async function stored(): Promise<{ rig: Rig | null; version: number }> {
  const { rig, product } = await db.productPicture.findUniqueOrThrow({
    where: { id },
    include: { product: true },
  });
  return { rig: readRig(rig), version: product.version };
}

async function save(fields: Record<string, string>, over: { version?: number; by?: typeof owner } = {}) {
  const { version } = await stored();
  const form = {
    slug: "two-stone-ring",
    version: String(over.version ?? version),
    picture: id,
    src,
    ...fields,
  };
  return saveRig(saveRigSchema.parse(form), { now: TUESDAY, actor: over.by ?? owner });
}

const line = fieldsOfDrawn("inside", startPlacement(12, 1.4));

describe("the rig of a photo", () => {
  it("is stored with an event and a new version of its product, and read back as it was drawn", async () => {
    const before = await stored();
    expect(await save(line)).toEqual({ ok: true, value: { slug: "two-stone-ring" } });
    const { rig, version } = await stored();
    expect(version).toBe(before.version + 1);
    const [zone] = rig?.zones ?? [];
    expect(zone).toMatchObject({ id: "inside", kind: "plane", wMm: 12, o: [0.5, 0.52665] });
    const { data } = await db.event.findFirstOrThrow({ where: { type: "PRODUCT_CHANGED" } });
    expect(data).toEqual({ product: "Two-stone ring", fields: ["pictures"] });
    expect(await getStudioPictures("two-stone-ring")).toMatchObject({
      pictures: [{ id, zones: [expect.any(String)], stones: [] }],
    });
  });

  it("that stays as it is makes no event and no version", async () => {
    await save(line);
    const before = await stored();
    const { options } = await db.product.findUniqueOrThrow({ where: { slug: "two-stone-ring" } });
    expect((await save(fieldsOfRig(before.rig, productOptionsSchema.parse(options)))).ok).toBe(true);
    expect(await stored()).toEqual(before);
    expect(await db.event.count({ where: { type: "PRODUCT_CHANGED" } })).toBe(1);
  });

  it("is gone when the last of it is taken off the photo", async () => {
    await save(line);
    expect((await save({ "zone.inside.shape": "none" })).ok).toBe(true);
    expect((await stored()).rig).toBeNull();
  });

  it("isn't written over what somebody else saved, nor by anybody but the owner, nor into another product's photo", async () => {
    const { version } = await stored();
    await save(line);
    expect(await save({}, { version })).toMatchObject({ ok: false, code: "STALE" });
    const artisan = await hire("Mara");
    expect(await save({}, { by: artisan })).toMatchObject({ ok: false, code: "FORBIDDEN" });
    const other = saveRigSchema.parse({
      ...{ slug: "two-stone-ring", version: String(version + 1), picture: "x", src },
    });
    expect(await saveRig(other, { now: TUESDAY, actor: owner })).toMatchObject({
      ok: false,
      code: "NOT_FOUND",
    });
    expect((await stored()).rig?.zones).toHaveLength(1);
    expect(await getPictureToRig("another-ring", id)).toBeNull();
  });

  it("isn't saved into another photo than the one it was drawn into", async () => {
    await db.productPicture.update({ where: { id }, data: { src: "/pictures/band" } });
    expect(await save(line)).toMatchObject({ ok: false, code: "STALE" });
    expect((await stored()).rig).toBeNull();
  });

  it("is refused where letters couldn't stand on it, with the field at fault", async () => {
    const bad = await save({ ...line, "zone.inside.top.0.y": line["zone.inside.line.0.y"] ?? "" });
    expect(bad).toMatchObject({
      ok: false,
      code: "INVALID_INPUT",
      errors: [{ path: "zone.inside.top.0.y" }],
    });
    expect((await stored()).rig).toBeNull();
  });
});
