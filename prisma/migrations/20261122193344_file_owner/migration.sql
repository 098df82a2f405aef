-- CreateTable
CREATE TABLE "file_owner" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "shopId" UUID NOT NULL,

    CONSTRAINT "file_owner_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "file_owner" ADD CONSTRAINT "file_owner_one" CHECK ("id" = 1);
