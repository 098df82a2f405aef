-- CreateTable
CREATE TABLE "making_plan" (
    "key" CHAR(64) NOT NULL,
    "stages" JSONB NOT NULL,
    "bench" CHAR(64),
    "asOf" TIMESTAMPTZ(3),
    "leaves" INTEGER[],
    "refusal" JSONB,

    CONSTRAINT "making_plan_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "product_plan" (
    "productId" TEXT NOT NULL,
    "productVersion" INTEGER NOT NULL,
    "facts" CHAR(64) NOT NULL,
    "planKey" CHAR(64),

    CONSTRAINT "product_plan_pkey" PRIMARY KEY ("productId")
);

-- CreateIndex
CREATE INDEX "product_plan_planKey_idx" ON "product_plan"("planKey");

-- AddForeignKey
ALTER TABLE "product_plan" ADD CONSTRAINT "product_plan_productId_fkey" FOREIGN KEY ("productId") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_plan" ADD CONSTRAINT "product_plan_planKey_fkey" FOREIGN KEY ("planKey") REFERENCES "making_plan"("key") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "making_plan" ADD CONSTRAINT making_plan_dated CHECK (("bench" IS NULL) = ("asOf" IS NULL));
