-- CreateEnum
CREATE TYPE "UploadStatus" AS ENUM ('PROCESSING', 'READY', 'FAILED');

-- AlterTable
ALTER TABLE "product_picture" ADD COLUMN     "focusX" DOUBLE PRECISION,
ADD COLUMN     "focusY" DOUBLE PRECISION,
ADD COLUMN     "placeholder" TEXT,
ADD COLUMN     "uploadId" TEXT;

-- CreateTable
CREATE TABLE "picture_upload" (
    "id" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "masterKey" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "focusX" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    "focusY" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    "status" "UploadStatus" NOT NULL DEFAULT 'PROCESSING',
    "failure" TEXT,
    "hash" CHAR(32),
    "cutLeft" INTEGER,
    "cutTop" INTEGER,
    "placeholder" TEXT,
    "alt" TEXT NOT NULL DEFAULT '',
    "alloyId" TEXT,
    "publish" BOOLEAN NOT NULL DEFAULT false,
    "replacesId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "picture_upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retired_files" (
    "hash" CHAR(32) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "retired_files_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "picture_upload_masterKey_key" ON "picture_upload"("masterKey");

-- CreateIndex
CREATE INDEX "picture_upload_productId_createdAt_idx" ON "picture_upload"("productId", "createdAt");

-- CreateIndex
CREATE INDEX "picture_upload_hash_idx" ON "picture_upload"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "product_picture_uploadId_key" ON "product_picture"("uploadId");

-- AddForeignKey
ALTER TABLE "product_picture" ADD CONSTRAINT "product_picture_uploadId_fkey" FOREIGN KEY ("uploadId") REFERENCES "picture_upload"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "picture_upload" ADD CONSTRAINT "picture_upload_productId_fkey" FOREIGN KEY ("productId") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "picture_upload" ADD CONSTRAINT "picture_upload_byId_fkey" FOREIGN KEY ("byId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "picture_upload"
  ADD CONSTRAINT "picture_upload_focus_within" CHECK ("focusX" BETWEEN 0 AND 1 AND "focusY" BETWEEN 0 AND 1),
  ADD CONSTRAINT "picture_upload_size" CHECK ("width" > 0 AND "height" > 0),
  ADD CONSTRAINT "picture_upload_sha256_hex" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "picture_upload_hash_hex" CHECK ("hash" ~ '^[0-9a-f]{32}$'),
  ADD CONSTRAINT "picture_upload_ready_has_sizes" CHECK ("status" <> 'READY' OR "hash" IS NOT NULL),
  ADD CONSTRAINT "picture_upload_sizes_whole"
    CHECK (("hash" IS NULL) = ("cutLeft" IS NULL) AND ("hash" IS NULL) = ("cutTop" IS NULL) AND ("hash" IS NULL) = ("placeholder" IS NULL)),
  ADD CONSTRAINT "picture_upload_failed_says_why" CHECK (("status" = 'FAILED') = ("failure" IS NOT NULL)),
  ADD CONSTRAINT "picture_upload_published_has_words"
    CHECK (NOT "publish" OR "replacesId" IS NOT NULL OR btrim("alt") <> '');

ALTER TABLE "product_picture"
  ADD CONSTRAINT "product_picture_has_words" CHECK (btrim("alt") <> ''),
  ADD CONSTRAINT "product_picture_focus_within"
    CHECK (("focusX" IS NULL) = ("focusY" IS NULL) AND "focusX" BETWEEN 0 AND 1 AND "focusY" BETWEEN 0 AND 1);
