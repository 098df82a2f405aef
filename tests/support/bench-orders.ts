import type { Temporal } from "temporal-polyfill";
import type { StaffActor } from "@/lib/domain/event";
import { createJobsForOrder, finishStage, recordCheck, startStage } from "@/lib/features/workshop/mutations";
import { db, withTransaction } from "@/lib/platform/db";
import { placeOrder } from "./orders";
import { TUESDAY } from "./shop";

type Placed = Awaited<ReturnType<typeof placeOrder>>;

/** An order as it stands once its money is there: one job a piece. */
export async function paidOrder(
  productId: string,
  options: Parameters<typeof placeOrder>[1] = {},
): Promise<Placed & { jobIds: string[] }> {
  const now = options.now ?? TUESDAY;
  const order = await placeOrder(productId, options);
  await withTransaction(async (tx) => {
    await tx.order.update({
      where: { id: order.id },
      data: { status: "PAID", paidAt: new Date(now.epochMilliseconds) },
    });
    await createJobsForOrder(tx, order.id, { now });
  });
  const jobs = await db.job.findMany({
    where: { orderLine: { orderId: order.id } },
    orderBy: { number: "asc" },
  });
  return { ...order, jobIds: jobs.map(({ id }) => id) };
}

/** Somebody who signs in, with a bench of their own where skills are given. */
export async function hire(
  name: string,
  { role = "ARTISAN", skills }: { role?: "OWNER" | "ARTISAN"; skills?: string[] } = {},
): Promise<StaffActor & { artisanId: string | null }> {
  const bench = skills
    ? await db.artisan.create({
        data: {
          name,
          skills,
          position: 9,
          hours: {
            create: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 })),
          },
        },
      })
    : null;
  const user = await db.user.create({
    data: {
      email: `${name.toLowerCase()}@example.com`,
      name,
      role,
      passwordHash: "!",
      artisanId: bench?.id ?? null,
    },
  });
  return { kind: "STAFF", id: user.id, name, role, artisanId: bench?.id ?? null };
}

/** Works on a job until `until` would be next (or until it is ready): each stage takes its typical minutes. */
export async function workUntil(
  jobId: string,
  until: string | null,
  { now = TUESDAY, actor }: { now?: Temporal.Instant; actor: StaffActor },
): Promise<number> {
  for (;;) {
    const job = await db.job.findUniqueOrThrow({
      where: { id: jobId },
      include: { stages: { where: { status: { not: "DONE" } }, orderBy: { position: "asc" }, take: 1 } },
    });
    const next = job.stages[0];
    if (!next || next.stageId === until) return job.version;
    const at = { jobId, position: next.position };
    const started = await startStage({ ...at, version: job.version, artisanId: null }, { now, actor });
    if (!started.ok) throw new Error(started.code);
    const done = { ...at, version: started.value.version, minutes: next.typicalMinutes };
    const ended =
      next.stageId === "checking"
        ? await recordCheck({ ...done, result: "passed", note: "" }, { now, actor })
        : await finishStage(done, { now, actor });
    if (!ended.ok) throw new Error(ended.code);
  }
}

export const everySkill = ["forming", "setting", "engraving", "polishing", "checking", "packing"];
