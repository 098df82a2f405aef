-- CreateTable
CREATE TABLE "shared_design" (
    "specHash" CHAR(64) NOT NULL,
    "productId" TEXT NOT NULL,
    "sharedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shared_design_pkey" PRIMARY KEY ("specHash")
);

-- CreateIndex
CREATE INDEX "shared_design_sharedAt_idx" ON "shared_design"("sharedAt");

-- CreateIndex
CREATE INDEX "shared_design_productId_idx" ON "shared_design"("productId");

-- AddForeignKey
ALTER TABLE "shared_design" ADD CONSTRAINT "shared_design_specHash_fkey" FOREIGN KEY ("specHash") REFERENCES "spec"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shared_design" ADD CONSTRAINT "shared_design_productId_fkey" FOREIGN KEY ("productId") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
