-- AlterTable
ALTER TABLE "product_picture" ADD COLUMN     "finishId" TEXT;

-- AlterTable
ALTER TABLE "picture_upload" ADD COLUMN     "finishId" TEXT;
