-- AlterTable
ALTER TABLE "order_line" ADD COLUMN     "personalBecause" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "sizer_request" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "line1" TEXT NOT NULL,
    "line2" TEXT,
    "city" TEXT NOT NULL,
    "region" TEXT,
    "postalCode" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "productId" TEXT,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "postedAt" TIMESTAMPTZ(3),

    CONSTRAINT "sizer_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sizer_request_postedAt_requestedAt_idx" ON "sizer_request"("postedAt", "requestedAt");

-- CreateIndex
CREATE INDEX "sizer_request_requestedAt_idx" ON "sizer_request"("requestedAt");

-- CreateIndex
CREATE INDEX "sizer_request_productId_idx" ON "sizer_request"("productId");

-- AddForeignKey
ALTER TABLE "sizer_request" ADD CONSTRAINT "sizer_request_productId_fkey" FOREIGN KEY ("productId") REFERENCES "product"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The reason is told before paying; a line of before it was kept has none.
ALTER TABLE "order_line" ADD CONSTRAINT order_line_returnable_has_no_reason CHECK (NOT "returnable" OR "personalBecause" = '');
ALTER TABLE "sizer_request" ADD CONSTRAINT sizer_request_posted_after CHECK ("postedAt" IS NULL OR "postedAt" >= "requestedAt");
