-- AlterTable
ALTER TABLE "product_picture" ADD COLUMN     "finishId" TEXT;
