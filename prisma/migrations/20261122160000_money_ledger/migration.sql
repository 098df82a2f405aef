-- CreateEnum
CREATE TYPE "LedgerKind" AS ENUM ('LINE', 'CHANGE', 'SHIPPING', 'GIFT_CARD_SOLD', 'DISCOUNT', 'CARD_PAID', 'CARD_REFUNDED', 'GIFT_CARD_PAID', 'GIFT_CARD_REFUNDED', 'GIFT_CARD_HELD', 'GIFT_CARD_RELEASED', 'GIFT_CARD_ISSUED', 'GIFT_CARD_EXPIRED', 'GIFT_CARD_VOIDED', 'GIFT_CARD_RESTORED');

-- CreateEnum
CREATE TYPE "DiscountKind" AS ENUM ('PERCENT', 'AMOUNT');

-- DropForeignKey
ALTER TABLE "order" DROP CONSTRAINT "order_shippingMethodId_fkey";

-- AlterTable
ALTER TABLE "cart_line" ADD COLUMN     "quotedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "order" ADD COLUMN     "discountCode" TEXT,
ADD COLUMN     "discountCodeId" TEXT,
ADD COLUMN     "discountLabel" TEXT,
ADD COLUMN     "discountMinor" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "giftCardMinor" INTEGER NOT NULL DEFAULT 0,
ALTER COLUMN "shippingMethodId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "order_line" ADD COLUMN     "discountMinor" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "refund" ADD COLUMN     "giftCardId" TEXT,
ALTER COLUMN "paymentIntentId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "workshop" ADD COLUMN     "quoteHours" INTEGER NOT NULL DEFAULT 24;

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" "LedgerKind" NOT NULL,
    "amountMinor" INTEGER NOT NULL,
    "orderId" TEXT,
    "giftCardId" TEXT,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "discount_code" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "DiscountKind" NOT NULL,
    "value" INTEGER NOT NULL,
    "fromDay" DATE,
    "untilDay" DATE,
    "minimumMinor" INTEGER NOT NULL DEFAULT 0,
    "maxUses" INTEGER,
    "maxUsesPerEmail" INTEGER,
    "productIds" TEXT[],
    "uses" INTEGER NOT NULL DEFAULT 0,
    "pausedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "discount_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "discount_use" (
    "orderId" TEXT NOT NULL,
    "codeId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "discount_use_pkey" PRIMARY KEY ("orderId")
);

-- CreateTable
CREATE TABLE "gift_card" (
    "id" TEXT NOT NULL,
    "codeHash" CHAR(64),
    "lastFour" TEXT NOT NULL DEFAULT '',
    "currency" CHAR(3) NOT NULL,
    "initialMinor" INTEGER NOT NULL,
    "balanceMinor" INTEGER NOT NULL DEFAULT 0,
    "soldInOrderId" TEXT,
    "recipientEmail" TEXT,
    "recipientName" TEXT NOT NULL DEFAULT '',
    "fromName" TEXT NOT NULL DEFAULT '',
    "message" TEXT NOT NULL DEFAULT '',
    "sendOn" DATE,
    "sentAt" TIMESTAMPTZ(3),
    "issuedAt" TIMESTAMPTZ(3),
    "issuedById" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "expiresOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gift_card_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ledger_entry_orderId_id_idx" ON "ledger_entry"("orderId", "id");

-- CreateIndex
CREATE INDEX "ledger_entry_giftCardId_id_idx" ON "ledger_entry"("giftCardId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "discount_code_code_key" ON "discount_code"("code");

-- CreateIndex
CREATE INDEX "discount_use_codeId_email_idx" ON "discount_use"("codeId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "gift_card_codeHash_key" ON "gift_card"("codeHash");

-- CreateIndex
CREATE INDEX "gift_card_soldInOrderId_idx" ON "gift_card"("soldInOrderId");

-- CreateIndex
CREATE INDEX "gift_card_createdAt_idx" ON "gift_card"("createdAt");

-- CreateIndex
CREATE INDEX "order_discountCodeId_idx" ON "order"("discountCodeId");

-- CreateIndex
CREATE INDEX "refund_giftCardId_idx" ON "refund"("giftCardId");

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_giftCardId_fkey" FOREIGN KEY ("giftCardId") REFERENCES "gift_card"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discount_use" ADD CONSTRAINT "discount_use_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discount_use" ADD CONSTRAINT "discount_use_codeId_fkey" FOREIGN KEY ("codeId") REFERENCES "discount_code"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_card" ADD CONSTRAINT "gift_card_soldInOrderId_fkey" FOREIGN KEY ("soldInOrderId") REFERENCES "order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gift_card" ADD CONSTRAINT "gift_card_issuedById_fkey" FOREIGN KEY ("issuedById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_shippingMethodId_fkey" FOREIGN KEY ("shippingMethodId") REFERENCES "shipping_method"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_discountCodeId_fkey" FOREIGN KEY ("discountCodeId") REFERENCES "discount_code"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_giftCardId_fkey" FOREIGN KEY ("giftCardId") REFERENCES "gift_card"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Discounts and gift cards through one ledger. By hand: amounts, states, postings, and rows that never change.

ALTER TABLE "workshop" ADD CONSTRAINT workshop_quote_hours CHECK ("quoteHours" BETWEEN 1 AND 720);

ALTER TABLE "order" DROP CONSTRAINT order_amounts;
ALTER TABLE "order"
  ADD CONSTRAINT order_amounts CHECK (
    "subtotalMinor" >= 0 AND "shippingMinor" >= 0 AND "taxMinor" >= 0
    AND "discountMinor" BETWEEN 0 AND "subtotalMinor"
    AND "totalMinor" = "subtotalMinor" + "shippingMinor" - "discountMinor" AND "taxMinor" <= "totalMinor"),
  ADD CONSTRAINT order_gift_card_within_total CHECK ("giftCardMinor" BETWEEN 0 AND "totalMinor"),
  ADD CONSTRAINT order_discount_has_code CHECK ("discountMinor" = 0 OR "discountCode" IS NOT NULL);

ALTER TABLE "order_line" DROP CONSTRAINT order_line_amounts;
ALTER TABLE "order_line"
  ADD CONSTRAINT order_line_amounts CHECK (
    "unitMinor" >= 0 AND "totalMinor" = "unitMinor" * "quantity"
    AND "discountMinor" BETWEEN 0 AND "totalMinor" AND "taxMinor" BETWEEN 0 AND "totalMinor" - "discountMinor");

-- A gift card answers at once and has no provider's number.
ALTER TABLE "refund" DROP CONSTRAINT refund_succeeded_has_id;
ALTER TABLE "refund"
  ADD CONSTRAINT refund_succeeded_has_id CHECK ("status" <> 'SUCCEEDED' OR "giftCardId" IS NOT NULL OR "stripeRefundId" IS NOT NULL),
  ADD CONSTRAINT refund_one_way_back CHECK (num_nonnulls("paymentIntentId", "giftCardId") = 1);

ALTER TABLE "discount_code"
  ADD CONSTRAINT discount_code_written CHECK ("code" ~ '^[A-Z0-9-]{3,30}$'),
  ADD CONSTRAINT discount_code_value CHECK ("value" >= 1 AND ("kind" <> 'PERCENT' OR "value" <= 10000)),
  ADD CONSTRAINT discount_code_limits CHECK (
    "minimumMinor" >= 0 AND ("maxUses" IS NULL OR "maxUses" >= 1)
    AND ("maxUsesPerEmail" IS NULL OR "maxUsesPerEmail" >= 1)
    AND ("fromDay" IS NULL OR "untilDay" IS NULL OR "fromDay" <= "untilDay")),
  -- The owner may lower a limit below what was used; a use beyond the limit is what must not happen.
  ADD CONSTRAINT discount_code_uses_not_negative CHECK ("uses" >= 0);

ALTER TABLE "gift_card"
  ADD CONSTRAINT gift_card_amount CHECK ("initialMinor" >= 1),
  ADD CONSTRAINT gift_card_never_overdrawn CHECK ("balanceMinor" >= 0),
  ADD CONSTRAINT gift_card_issued_has_code CHECK (("issuedAt" IS NULL) = ("codeHash" IS NULL)),
  ADD CONSTRAINT gift_card_by_hand_has_reason CHECK ("soldInOrderId" IS NOT NULL OR btrim("reason") <> '');

ALTER TABLE "ledger_entry" ADD CONSTRAINT ledger_entry_account CHECK (
  CASE
    WHEN "kind" IN ('LINE', 'CHANGE', 'SHIPPING', 'GIFT_CARD_SOLD', 'DISCOUNT', 'CARD_PAID', 'CARD_REFUNDED')
      THEN "orderId" IS NOT NULL AND "giftCardId" IS NULL
    WHEN "kind" IN ('GIFT_CARD_PAID', 'GIFT_CARD_REFUNDED', 'GIFT_CARD_HELD', 'GIFT_CARD_RELEASED')
      THEN "orderId" IS NOT NULL AND "giftCardId" IS NOT NULL
    ELSE "giftCardId" IS NOT NULL
  END);
ALTER TABLE "ledger_entry" ADD CONSTRAINT ledger_entry_sign CHECK (
  CASE
    WHEN "kind" IN ('GIFT_CARD_ISSUED', 'GIFT_CARD_RELEASED', 'GIFT_CARD_REFUNDED', 'GIFT_CARD_RESTORED') THEN "amountMinor" > 0
    WHEN "kind" IN ('GIFT_CARD_PAID', 'GIFT_CARD_HELD', 'GIFT_CARD_EXPIRED', 'GIFT_CARD_VOIDED') THEN "amountMinor" < 0
    ELSE "amountMinor" <> 0
  END);
CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE ON "ledger_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Postings: what follows from an order, its lines, payments and refunds is written by whoever writes those ------
-- A backup that is put back brings its entries, balances and counts along: nothing is posted a second time.
CREATE FUNCTION restoring() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('touchmark.restoring', true), '') = 'on';
$$;

CREATE FUNCTION post(kind "LedgerKind", order_id text, card_id text, amount int, at timestamptz) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "ledger_entry" ("kind", "orderId", "giftCardId", "amountMinor", "at")
  SELECT kind, order_id, card_id, amount, at WHERE amount <> 0 AND NOT restoring();
$$;

CREATE FUNCTION post_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM post('SHIPPING', NEW."id", NULL, NEW."shippingMinor", NEW."placedAt");
    PERFORM post('DISCOUNT', NEW."id", NULL, -NEW."discountMinor", NEW."placedAt");
  ELSE
    PERFORM post('SHIPPING', NEW."id", NULL, NEW."shippingMinor" - OLD."shippingMinor", now());
    PERFORM post('DISCOUNT', NEW."id", NULL, OLD."discountMinor" - NEW."discountMinor", now());
    -- Lines stay as they were ordered: what a change of a paid piece adds comes to the order alone.
    PERFORM post('CHANGE', NEW."id", NULL, NEW."subtotalMinor" - OLD."subtotalMinor", now());
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER order_posted AFTER INSERT OR UPDATE OF "subtotalMinor", "shippingMinor", "discountMinor" ON "order"
  FOR EACH ROW EXECUTE FUNCTION post_order();

CREATE FUNCTION post_line() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE placed timestamptz;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT "placedAt" INTO placed FROM "order" WHERE "id" = NEW."orderId";
    PERFORM post('LINE', NEW."orderId", NULL, NEW."totalMinor", placed);
  ELSE
    PERFORM post('LINE', NEW."orderId", NULL, NEW."totalMinor" - OLD."totalMinor", now());
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER order_line_posted AFTER INSERT OR UPDATE OF "totalMinor" ON "order_line"
  FOR EACH ROW EXECUTE FUNCTION post_line();

CREATE FUNCTION post_gift_card_sold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM post('GIFT_CARD_SOLD', NEW."soldInOrderId", NULL, NEW."initialMinor", NEW."createdAt");
  RETURN NULL;
END $$;
CREATE TRIGGER gift_card_sold_posted AFTER INSERT ON "gift_card" FOR EACH ROW WHEN (NEW."soldInOrderId" IS NOT NULL)
  EXECUTE FUNCTION post_gift_card_sold();

-- A second payment, and one of another sum, are no part of what the order cost: they have no place on its account.
CREATE FUNCTION post_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM post('CARD_PAID', NEW."orderId", NULL, -NEW."amountMinor", NEW."paidAt");
  RETURN NULL;
END $$;
CREATE TRIGGER checkout_posted_new AFTER INSERT ON "checkout" FOR EACH ROW
  WHEN (NEW."paidAt" IS NOT NULL AND NOT NEW."surplus") EXECUTE FUNCTION post_payment();
CREATE TRIGGER checkout_posted AFTER UPDATE OF "paidAt" ON "checkout" FOR EACH ROW
  WHEN (OLD."paidAt" IS NULL AND NEW."paidAt" IS NOT NULL AND NOT NEW."surplus") EXECUTE FUNCTION post_payment();

CREATE FUNCTION post_refund() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  amount int := CASE
    WHEN NEW."status" = 'SUCCEEDED' AND (TG_OP = 'INSERT' OR OLD."status" <> 'SUCCEEDED') THEN NEW."amountMinor"
    WHEN TG_OP = 'UPDATE' AND OLD."status" = 'SUCCEEDED' AND NEW."status" <> 'SUCCEEDED' THEN -NEW."amountMinor"
    ELSE 0 END;
BEGIN
  IF NEW."giftCardId" IS NOT NULL THEN
    PERFORM post('GIFT_CARD_REFUNDED', NEW."orderId", NEW."giftCardId", amount, coalesce(NEW."settledAt", NEW."createdAt"));
  ELSIF EXISTS (SELECT FROM "checkout" WHERE "paymentIntentId" = NEW."paymentIntentId" AND "paidAt" IS NOT NULL AND NOT "surplus") THEN
    PERFORM post('CARD_REFUNDED', NEW."orderId", NULL, amount, coalesce(NEW."settledAt", NEW."createdAt"));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER refund_posted AFTER INSERT OR UPDATE OF "status" ON "refund" FOR EACH ROW EXECUTE FUNCTION post_refund();

-- What is on a card is the sum of its entries: nothing else may write it, and it can't fall below zero (CHECK).
CREATE FUNCTION move_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF restoring() THEN RETURN NULL; END IF;
  UPDATE "gift_card" SET "balanceMinor" = "balanceMinor" + NEW."amountMinor" WHERE "id" = NEW."giftCardId";
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_moves_balance AFTER INSERT ON "ledger_entry" FOR EACH ROW WHEN (NEW."giftCardId" IS NOT NULL)
  EXECUTE FUNCTION move_balance();
CREATE FUNCTION refuse_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a gift card''s balance is moved by its ledger alone' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER gift_card_balance_by_ledger BEFORE UPDATE OF "balanceMinor" ON "gift_card" FOR EACH ROW
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_balance();
CREATE TRIGGER gift_card_begins_empty BEFORE INSERT ON "gift_card" FOR EACH ROW WHEN (NEW."balanceMinor" <> 0 AND NOT restoring())
  EXECUTE FUNCTION refuse_balance();

-- Never more back onto a card than it paid for that order, never more released than was held.
CREATE FUNCTION check_card_return() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE surplus bigint;
BEGIN
  SELECT sum("amountMinor") INTO surplus FROM "ledger_entry"
   WHERE "orderId" = NEW."orderId" AND "giftCardId" = NEW."giftCardId"
     AND "kind" IN ('GIFT_CARD_HELD', 'GIFT_CARD_RELEASED', 'GIFT_CARD_PAID', 'GIFT_CARD_REFUNDED');
  IF surplus > 0 THEN
    RAISE EXCEPTION 'more would go back onto a gift card than came from it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_card_return AFTER INSERT ON "ledger_entry" FOR EACH ROW
  WHEN (NEW."kind" IN ('GIFT_CARD_RELEASED', 'GIFT_CARD_REFUNDED')) EXECUTE FUNCTION check_card_return();

-- Two buyers of the last use wait for one another here, and the second finds none.
CREATE FUNCTION count_use() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before int := CASE WHEN TG_OP = 'INSERT' OR OLD."releasedAt" IS NOT NULL THEN 0 ELSE 1 END;
  after int := CASE WHEN NEW."releasedAt" IS NOT NULL THEN 0 ELSE 1 END;
  most int;
  used int;
BEGIN
  IF before = after OR restoring() THEN RETURN NULL; END IF;
  UPDATE "discount_code" SET "uses" = "uses" + after - before WHERE "id" = NEW."codeId"
    RETURNING "uses", "maxUses" INTO used, most;
  IF after > before AND used > most THEN
    RAISE EXCEPTION 'a discount code was used up' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER discount_use_counted AFTER INSERT OR UPDATE OF "releasedAt" ON "discount_use"
  FOR EACH ROW EXECUTE FUNCTION count_use();

-- At the end of each transaction the books agree.
CREATE FUNCTION check_order_account() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  the_order "order"%ROWTYPE;
  charged bigint;
  by_cards bigint;
  held bigint;
BEGIN
  SELECT * INTO the_order FROM "order" WHERE "id" = CASE WHEN TG_TABLE_NAME = 'order' THEN to_jsonb(NEW)->>'id' ELSE to_jsonb(NEW)->>'orderId' END;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT coalesce(sum("amountMinor") FILTER (WHERE "kind" IN ('LINE', 'CHANGE', 'SHIPPING', 'GIFT_CARD_SOLD', 'DISCOUNT')), 0),
         coalesce(-sum("amountMinor") FILTER (WHERE "kind" = 'GIFT_CARD_PAID'), 0),
         coalesce(-sum("amountMinor") FILTER (WHERE "kind" IN ('GIFT_CARD_HELD', 'GIFT_CARD_RELEASED')), 0)
    INTO charged, by_cards, held FROM "ledger_entry" WHERE "orderId" = the_order."id";
  IF charged <> the_order."totalMinor" THEN
    RAISE EXCEPTION 'order %: charges of % are not its total of %', the_order."number", charged, the_order."totalMinor" USING ERRCODE = 'check_violation';
  END IF;
  -- Late money that can't be joined by its gift cards any more waits for the owner, with nothing held.
  IF by_cards + held <> (CASE WHEN the_order."status" = 'EXPIRED' THEN 0 ELSE the_order."giftCardMinor" END)
     AND NOT (the_order."status" = 'PAYMENT_PENDING' AND by_cards + held = 0) THEN
    RAISE EXCEPTION 'order %: gift cards hold % and paid %, not %', the_order."number", held, by_cards, the_order."giftCardMinor" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER order_account AFTER INSERT OR UPDATE OF "status", "subtotalMinor", "shippingMinor", "discountMinor", "totalMinor", "giftCardMinor"
  ON "order" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_order_account();
CREATE CONSTRAINT TRIGGER ledger_account AFTER INSERT ON "ledger_entry" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."orderId" IS NOT NULL) EXECUTE FUNCTION check_order_account();

-- What there was before the ledger.
INSERT INTO "ledger_entry" ("kind", "orderId", "amountMinor", "at")
  SELECT 'LINE'::"LedgerKind", l."orderId", l."totalMinor", o."placedAt" FROM "order_line" l JOIN "order" o ON o."id" = l."orderId" WHERE l."totalMinor" <> 0
  UNION ALL SELECT 'SHIPPING'::"LedgerKind", "id", "shippingMinor", "placedAt" FROM "order" WHERE "shippingMinor" <> 0
  UNION ALL SELECT 'CARD_PAID'::"LedgerKind", "orderId", -"amountMinor", "paidAt" FROM "checkout" WHERE "paidAt" IS NOT NULL AND NOT "surplus" AND "amountMinor" <> 0
  UNION ALL SELECT 'CARD_REFUNDED'::"LedgerKind", r."orderId", r."amountMinor", coalesce(r."settledAt", r."createdAt")
    FROM "refund" r JOIN "checkout" c ON c."paymentIntentId" = r."paymentIntentId" AND c."paidAt" IS NOT NULL AND NOT c."surplus"
   WHERE r."status" = 'SUCCEEDED';
