-- What the Prisma schema can't say: legal amounts, quantities and states, and rows that never change.
-- Prisma's own diff ignores CHECK constraints, partial indexes and triggers, so this stays by hand.

-- Money and quantities -------------------------------------------------------------------------
ALTER TABLE "workshop"
  ADD CONSTRAINT workshop_single_row CHECK ("id" = 1),
  ADD CONSTRAINT workshop_rates CHECK ("hourlyRateMinor" >= 0 AND "marginBps" BETWEEN 0 AND 100000 AND "roundToMinor" >= 1),
  ADD CONSTRAINT workshop_checkout_minutes CHECK ("checkoutMinutes" BETWEEN 30 AND 1440);

ALTER TABLE "alloy" ADD CONSTRAINT alloy_physics CHECK ("fineness" BETWEEN 1 AND 1000 AND "densityMgCm3" > 0);
ALTER TABLE "metal_price" ADD CONSTRAINT metal_price_positive CHECK ("pricePerGramMinor" > 0);
ALTER TABLE "stone" ADD CONSTRAINT stone_price_not_negative CHECK ("floorMinor" >= 0 AND "perCubicMmMinor" >= 0);
ALTER TABLE "tax_rate" ADD CONSTRAINT tax_rate_range CHECK ("rateBps" BETWEEN 0 AND 10000);
ALTER TABLE "shipping_method"
  ADD CONSTRAINT shipping_price_not_negative CHECK ("priceMinor" >= 0),
  ADD CONSTRAINT shipping_days CHECK ("typicalDays" >= 0 AND "slowDays" >= "typicalDays");
ALTER TABLE "product"
  ADD CONSTRAINT product_price_not_negative CHECK ("priceFromMinor" >= 0),
  ADD CONSTRAINT product_edition_positive CHECK ("editionSize" IS NULL OR "editionSize" > 0);
ALTER TABLE "product_picture" ADD CONSTRAINT product_picture_size CHECK ("width" > 0 AND "height" > 0);
ALTER TABLE "product_picture" ADD CONSTRAINT product_picture_alt CHECK (btrim("alt") <> '');

-- Working time ---------------------------------------------------------------------------------
ALTER TABLE "stage"
  ADD CONSTRAINT stage_skill CHECK (("kind" = 'BENCH') = ("skill" IS NOT NULL)),
  ADD CONSTRAINT stage_minutes CHECK ("typicalMinutes" IS NULL OR ("typicalMinutes" > 0 AND "badDayMinutes" >= "typicalMinutes"));
ALTER TABLE "working_hours"
  ADD CONSTRAINT working_hours_range CHECK ("weekday" BETWEEN 1 AND 7 AND "startMinute" >= 0 AND "endMinute" <= 1440 AND "startMinute" < "endMinute");
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE "working_hours"
  ADD CONSTRAINT working_hours_no_overlap EXCLUDE USING gist ("artisanId" WITH =, "weekday" WITH =, int4range("startMinute", "endMinute") WITH &&);
ALTER TABLE "time_off" ADD CONSTRAINT time_off_range CHECK ("fromDate" <= "toDate");

-- People ---------------------------------------------------------------------------------------
ALTER TABLE "user" ADD CONSTRAINT user_email_lower CHECK ("email" = lower("email") AND "email" LIKE '%_@_%');

-- Specs: content-addressed ---------------------------------------------------------------------
ALTER TABLE "spec"
  ADD CONSTRAINT spec_hash_is_content CHECK ("hash" = encode(sha256(convert_to("canonical", 'UTF8')), 'hex')),
  ADD CONSTRAINT spec_version_positive CHECK ("version" >= 1);

-- Cart -----------------------------------------------------------------------------------------
ALTER TABLE "cart_line"
  ADD CONSTRAINT cart_line_quantity CHECK ("quantity" BETWEEN 1 AND 20),
  ADD CONSTRAINT cart_line_price_not_negative CHECK ("shownUnitMinor" >= 0),
  ADD CONSTRAINT cart_line_gift_message CHECK ("gift" OR "giftMessage" = '');

-- Orders ---------------------------------------------------------------------------------------
CREATE SEQUENCE order_number_seq START 1001;
ALTER TABLE "order"
  ADD CONSTRAINT order_amounts CHECK (
    "subtotalMinor" >= 0 AND "shippingMinor" >= 0 AND "taxMinor" >= 0
    AND "totalMinor" = "subtotalMinor" + "shippingMinor" AND "taxMinor" <= "totalMinor"),
  ADD CONSTRAINT order_refund_within_total CHECK ("refundedMinor" BETWEEN 0 AND "totalMinor"),
  ADD CONSTRAINT order_paid_has_time CHECK ("status" NOT IN ('PAID', 'SHIPPED', 'CANCELLED') OR "paidAt" IS NOT NULL),
  ADD CONSTRAINT order_shipped_has_time CHECK (("status" = 'SHIPPED') = ("shippedAt" IS NOT NULL)),
  ADD CONSTRAINT order_token_long CHECK (length("token") >= 27);
ALTER TABLE "order_line"
  ADD CONSTRAINT order_line_quantity CHECK ("quantity" BETWEEN 1 AND 20),
  ADD CONSTRAINT order_line_amounts CHECK ("unitMinor" >= 0 AND "totalMinor" = "unitMinor" * "quantity" AND "taxMinor" BETWEEN 0 AND "totalMinor"),
  ADD CONSTRAINT order_line_gift_message CHECK ("gift" OR "giftMessage" = '');
ALTER TABLE "order_promise" ADD CONSTRAINT order_promise_order CHECK ("shipBy" <= "arrivesP90" AND "arrivesP50" <= "arrivesP90");
ALTER TABLE "checkout"
  ADD CONSTRAINT checkout_amount CHECK ("amountMinor" >= 0),
  ADD CONSTRAINT checkout_surplus_is_paid CHECK (NOT "surplus" OR "paidAt" IS NOT NULL),
  ADD CONSTRAINT checkout_paid_is_complete CHECK ("paidAt" IS NULL OR "status" = 'COMPLETE');
-- An order is bought once: any further payment has to be marked as surplus (and is returned).
CREATE UNIQUE INDEX checkout_one_payment_per_order ON "checkout" ("orderId") WHERE "paidAt" IS NOT NULL AND NOT "surplus";
ALTER TABLE "refund"
  ADD CONSTRAINT refund_positive CHECK ("amountMinor" > 0),
  ADD CONSTRAINT refund_succeeded_has_id CHECK ("status" <> 'SUCCEEDED' OR "stripeRefundId" IS NOT NULL);

-- Jobs -----------------------------------------------------------------------------------------
ALTER TABLE "job"
  ADD CONSTRAINT job_piece_index CHECK ("pieceIndex" >= 1),
  ADD CONSTRAINT job_hold_has_reason CHECK (("status" = 'ON_HOLD') = ("holdReason" IS NOT NULL)),
  ADD CONSTRAINT job_shipped_has_shipment CHECK (("status" = 'SHIPPED') = ("shipmentId" IS NOT NULL)),
  ADD CONSTRAINT job_finished_has_time CHECK ("status" NOT IN ('READY', 'SHIPPED') OR "finishedAt" IS NOT NULL);
ALTER TABLE "job_stage"
  ADD CONSTRAINT job_stage_minutes CHECK ("typicalMinutes" > 0 AND "badDayMinutes" >= "typicalMinutes" AND ("actualMinutes" IS NULL OR "actualMinutes" >= 0)),
  ADD CONSTRAINT job_stage_times CHECK (
    ("status" = 'PLANNED' AND "startedAt" IS NULL AND "doneAt" IS NULL)
    OR ("status" = 'STARTED' AND "startedAt" IS NOT NULL AND "doneAt" IS NULL)
    OR ("status" = 'DONE' AND "startedAt" IS NOT NULL AND "doneAt" >= "startedAt")),
  ADD CONSTRAINT job_stage_passed_when_done CHECK ("passed" IS NULL OR "status" = 'DONE'),
  ADD CONSTRAINT job_stage_round CHECK ("round" >= 1 AND "position" >= 0);
-- A piece is in one pair of hands at a time.
CREATE UNIQUE INDEX job_stage_one_started ON "job_stage" ("jobId") WHERE "status" = 'STARTED';
CREATE INDEX job_open_by_due ON "job" ("dueOn", "queuedAt") WHERE "status" IN ('OPEN', 'ON_HOLD', 'READY');

-- A job is made from its line's spec, and from no other.
ALTER TABLE "job" ADD CONSTRAINT job_spec_of_line FOREIGN KEY ("orderLineId", "specHash") REFERENCES "order_line" ("id", "specHash");

-- Rows that never change -----------------------------------------------------------------------
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON "event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER spec_immutable BEFORE UPDATE OR DELETE ON "spec" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER order_promise_immutable BEFORE UPDATE OR DELETE ON "order_promise" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER metal_price_append_only BEFORE UPDATE OR DELETE ON "metal_price" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What the customer bought is frozen with the order; only what happens to the order moves on.
CREATE FUNCTION refuse_line_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'order_line is frozen once written' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER order_line_frozen BEFORE UPDATE OR DELETE ON "order_line" FOR EACH ROW EXECUTE FUNCTION refuse_line_change();
