-- AlterTable
ALTER TABLE "time_off" ADD COLUMN     "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "promise_baseline" (
    "fingerprint" CHAR(64) NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "header" JSONB NOT NULL,
    "blocks" BYTEA NOT NULL,

    CONSTRAINT "promise_baseline_pkey" PRIMARY KEY ("fingerprint")
);

-- CreateTable
CREATE TABLE "reservation" (
    "orderId" TEXT NOT NULL,
    "reservedAt" TIMESTAMPTZ(3) NOT NULL,
    "pieces" JSONB NOT NULL,

    CONSTRAINT "reservation_pkey" PRIMARY KEY ("orderId")
);

-- CreateIndex
CREATE INDEX "promise_baseline_madeAt_idx" ON "promise_baseline"("madeAt");

-- CreateIndex
CREATE INDEX "reservation_reservedAt_idx" ON "reservation"("reservedAt");

-- CreateIndex
CREATE INDEX "order_promise_promisedAt_idx" ON "order_promise"("promisedAt");

-- AddForeignKey
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who entered what when wasn't kept: everything so far counts as planned.
UPDATE "time_off" SET "enteredAt" = "fromDate" - INTERVAL '1 day';
