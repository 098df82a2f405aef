-- AlterTable
ALTER TABLE "order_line" ADD COLUMN     "parcel" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "order_promise" DROP CONSTRAINT "order_promise_pkey",
ADD COLUMN     "parcel" INTEGER NOT NULL DEFAULT 1,
ADD CONSTRAINT "order_promise_pkey" PRIMARY KEY ("orderId", "parcel");

ALTER TABLE "order_promise" ADD CONSTRAINT order_promise_parcel CHECK ("parcel" BETWEEN 1 AND 100);
-- What travels was promised. Checked at commit: an order's rows are written in any order.
ALTER TABLE "order_line" ADD CONSTRAINT order_line_promised
  FOREIGN KEY ("orderId", "parcel") REFERENCES "order_promise" ("orderId", "parcel") DEFERRABLE INITIALLY DEFERRED;
