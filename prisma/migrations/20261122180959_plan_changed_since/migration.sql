-- AlterTable
ALTER TABLE "job_stage" ADD COLUMN     "planNowMinutes" INTEGER;

ALTER TABLE "job_stage" ADD CONSTRAINT job_stage_plan_now CHECK ("planNowMinutes" > 0);

-- CreateTable
CREATE TABLE "bench_hold" (
    "cartId" TEXT NOT NULL,
    "cartVersion" INTEGER NOT NULL,
    "heldAt" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "pieces" JSONB NOT NULL,

    CONSTRAINT "bench_hold_pkey" PRIMARY KEY ("cartId")
);

-- CreateIndex
CREATE INDEX "bench_hold_until_idx" ON "bench_hold"("until");

-- AddForeignKey
ALTER TABLE "bench_hold" ADD CONSTRAINT "bench_hold_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;
