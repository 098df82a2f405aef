-- AlterTable
ALTER TABLE "checkout" ADD COLUMN     "checkedAt" TIMESTAMPTZ(3),
ADD COLUMN     "heldAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "refund_paymentIntentId_idx" ON "refund"("paymentIntentId");

-- Held payments were known by their event alone.
UPDATE "checkout" SET "heldAt" = held."at"
  FROM (SELECT "data"->>'sessionId' AS "sessionId", MIN("at") AS "at" FROM "event" WHERE "type" = 'PAYMENT_HELD' GROUP BY 1) AS held
 WHERE held."sessionId" = "checkout"."sessionId" AND "checkout"."paidAt" IS NULL;
