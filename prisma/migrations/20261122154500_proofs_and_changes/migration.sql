-- CreateEnum
CREATE TYPE "ProofSetting" AS ENUM ('NEVER', 'ON_REQUEST', 'ALWAYS');

-- CreateEnum
CREATE TYPE "ProposalKind" AS ENUM ('PROOF', 'CHANGE');

-- CreateEnum
CREATE TYPE "ProposalStatus" AS ENUM ('OPEN', 'ACCEPTED', 'COMMENTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'OVERTAKEN');

-- DropIndex
DROP INDEX "cart_line_cartId_specHash_gift_giftMessage_key";

-- AlterTable
ALTER TABLE "cart_line" ADD COLUMN     "proof" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "product" ADD COLUMN     "proof" "ProofSetting" NOT NULL DEFAULT 'NEVER';

-- AlterTable
ALTER TABLE "job" ADD COLUMN     "specVersion" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "order_line" ADD COLUMN     "proof" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "checkout" ADD COLUMN     "proposalId" TEXT;

-- AlterTable
ALTER TABLE "workshop" ADD COLUMN     "proofHoldDays" INTEGER NOT NULL DEFAULT 10,
ADD COLUMN     "proofReminderDays" INTEGER NOT NULL DEFAULT 3,
ADD COLUMN     "proposalDays" INTEGER NOT NULL DEFAULT 7;

-- CreateTable
CREATE TABLE "order_line_version" (
    "orderLineId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "specHash" CHAR(64) NOT NULL,
    "unitMinor" INTEGER NOT NULL,
    "taxMinor" INTEGER NOT NULL,
    "priceLines" JSONB NOT NULL,
    "returnable" BOOLEAN NOT NULL,
    "personalBecause" TEXT NOT NULL DEFAULT '',
    "proposalId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_line_version_pkey" PRIMARY KEY ("orderLineId","version")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "orderLineId" TEXT NOT NULL,
    "kind" "ProposalKind" NOT NULL,
    "status" "ProposalStatus" NOT NULL DEFAULT 'OPEN',
    "number" INTEGER NOT NULL,
    "tokenHash" CHAR(64) NOT NULL,
    "baseHash" CHAR(64) NOT NULL,
    "specHash" CHAR(64) NOT NULL,
    "unitMinor" INTEGER NOT NULL,
    "taxMinor" INTEGER NOT NULL,
    "priceLines" JSONB NOT NULL,
    "differenceMinor" INTEGER NOT NULL,
    "taxDifferenceMinor" INTEGER NOT NULL,
    "shipBy" DATE,
    "arrivesP50" DATE,
    "arrivesP90" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "comment" TEXT NOT NULL DEFAULT '',
    "sentById" TEXT,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_piece" (
    "proposalId" TEXT NOT NULL,
    "jobId" TEXT NOT NULL,
    "open" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "proposal_piece_pkey" PRIMARY KEY ("proposalId","jobId")
);

-- CreateTable
CREATE TABLE "change_request" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "jobId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "change_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "order_line_version_proposalId_key" ON "order_line_version"("proposalId");

-- CreateIndex
CREATE INDEX "order_line_version_specHash_idx" ON "order_line_version"("specHash");

-- CreateIndex
CREATE UNIQUE INDEX "order_line_version_orderLineId_version_specHash_key" ON "order_line_version"("orderLineId", "version", "specHash");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_tokenHash_key" ON "proposal"("tokenHash");

-- CreateIndex
CREATE INDEX "proposal_orderId_idx" ON "proposal"("orderId");

-- CreateIndex
CREATE INDEX "proposal_status_sentAt_idx" ON "proposal"("status", "sentAt");

-- CreateIndex
CREATE INDEX "proposal_baseHash_idx" ON "proposal"("baseHash");

-- CreateIndex
CREATE INDEX "proposal_specHash_idx" ON "proposal"("specHash");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_orderLineId_number_key" ON "proposal"("orderLineId", "number");

-- CreateIndex
CREATE INDEX "proposal_piece_jobId_idx" ON "proposal_piece"("jobId");

-- CreateIndex
CREATE INDEX "change_request_orderId_idx" ON "change_request"("orderId");

-- CreateIndex
CREATE INDEX "change_request_jobId_idx" ON "change_request"("jobId");

-- CreateIndex
CREATE INDEX "change_request_answeredAt_idx" ON "change_request"("answeredAt");

-- CreateIndex
CREATE UNIQUE INDEX "cart_line_cartId_specHash_gift_giftMessage_proof_key" ON "cart_line"("cartId", "specHash", "gift", "giftMessage", "proof");

-- CreateIndex
CREATE INDEX "checkout_proposalId_idx" ON "checkout"("proposalId");

-- Before a job may name it: what was ordered so far is every line's first version.
INSERT INTO "order_line_version" ("orderLineId", "version", "specHash", "unitMinor", "taxMinor", "priceLines", "returnable", "personalBecause")
SELECT "id", 1, "specHash", "unitMinor", "taxMinor" / "quantity", "priceLines", "returnable", "personalBecause" FROM "order_line";

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_orderLineId_specVersion_specHash_fkey" FOREIGN KEY ("orderLineId", "specVersion", "specHash") REFERENCES "order_line_version"("orderLineId", "version", "specHash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkout" ADD CONSTRAINT "checkout_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line_version" ADD CONSTRAINT "order_line_version_orderLineId_fkey" FOREIGN KEY ("orderLineId") REFERENCES "order_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line_version" ADD CONSTRAINT "order_line_version_specHash_fkey" FOREIGN KEY ("specHash") REFERENCES "spec"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line_version" ADD CONSTRAINT "order_line_version_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "proposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_orderLineId_fkey" FOREIGN KEY ("orderLineId") REFERENCES "order_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_baseHash_fkey" FOREIGN KEY ("baseHash") REFERENCES "spec"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_specHash_fkey" FOREIGN KEY ("specHash") REFERENCES "spec"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_sentById_fkey" FOREIGN KEY ("sentById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_piece" ADD CONSTRAINT "proposal_piece_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_piece" ADD CONSTRAINT "proposal_piece_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "job"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What had a proof among its stages has one always; the stage now only says how long it takes.
UPDATE "product" SET "proof" = 'ALWAYS' WHERE "routing" @> '[{"stage": "proof"}]';
ALTER TABLE "order_line" DISABLE TRIGGER order_line_frozen;
UPDATE "order_line" SET "proof" = true WHERE EXISTS (
  SELECT FROM "job" JOIN "job_stage" AS step ON step."jobId" = "job"."id"
   WHERE "job"."orderLineId" = "order_line"."id" AND step."stageId" = 'proof');
ALTER TABLE "order_line" ENABLE TRIGGER order_line_frozen;

ALTER TABLE "workshop"
  ADD CONSTRAINT workshop_proof_days CHECK ("proofReminderDays" BETWEEN 1 AND 60 AND "proofHoldDays" BETWEEN 1 AND 90),
  ADD CONSTRAINT workshop_proposal_days CHECK ("proposalDays" BETWEEN 1 AND 60);

-- A line's versions ----------------------------------------------------------------------------
-- A job is made as a version of its line (job_orderLineId_specVersion_specHash_fkey), no longer only as what was ordered.
ALTER TABLE "job" DROP CONSTRAINT job_spec_of_line;
ALTER TABLE "order_line_version"
  ADD CONSTRAINT order_line_version_agreed CHECK ("version" >= 1 AND ("version" = 1) = ("proposalId" IS NULL)),
  ADD CONSTRAINT order_line_version_amounts CHECK ("unitMinor" >= 0 AND "taxMinor" BETWEEN 0 AND "unitMinor");
CREATE TRIGGER order_line_version_append_only BEFORE UPDATE OR DELETE ON "order_line_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The first is what was ordered, a further one what the customer has agreed to: nobody's word else makes one.
CREATE FUNCTION check_line_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."version" = 1 AND NOT EXISTS (
    SELECT FROM "order_line" WHERE "id" = NEW."orderLineId" AND "specHash" = NEW."specHash") THEN
    RAISE EXCEPTION 'the first version of a line is what was ordered' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW."version" > 1 AND NOT EXISTS (
    SELECT FROM "proposal" WHERE "id" = NEW."proposalId" AND "orderLineId" = NEW."orderLineId"
       AND "specHash" = NEW."specHash" AND "status" = 'ACCEPTED') THEN
    RAISE EXCEPTION 'a further version of a line needs the customer''s agreement' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER order_line_version_agreed_to BEFORE INSERT ON "order_line_version" FOR EACH ROW EXECUTE FUNCTION check_line_version();

-- A backup brings its versions along, and says so (touchmark.restoring).
CREATE FUNCTION write_first_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF coalesce(current_setting('touchmark.restoring', true), '') = 'on' THEN RETURN NULL; END IF;
  INSERT INTO "order_line_version" ("orderLineId", "version", "specHash", "unitMinor", "taxMinor", "priceLines", "returnable", "personalBecause")
  VALUES (NEW."id", 1, NEW."specHash", NEW."unitMinor", NEW."taxMinor" / NEW."quantity", NEW."priceLines", NEW."returnable", NEW."personalBecause");
  RETURN NULL;
END $$;
CREATE TRIGGER order_line_first_version AFTER INSERT ON "order_line" FOR EACH ROW EXECUTE FUNCTION write_first_version();

-- Proposals ------------------------------------------------------------------------------------
ALTER TABLE "proposal"
  ADD CONSTRAINT proposal_changes CHECK ("kind" = 'PROOF' OR "specHash" <> "baseHash"),
  ADD CONSTRAINT proposal_unchanged_costs_nothing CHECK ("specHash" <> "baseHash" OR ("differenceMinor" = 0 AND "taxDifferenceMinor" = 0)),
  ADD CONSTRAINT proposal_amounts CHECK ("unitMinor" >= 0 AND "taxMinor" BETWEEN 0 AND "unitMinor"),
  ADD CONSTRAINT proposal_answered CHECK ("status" = 'OPEN' OR "answeredAt" IS NOT NULL),
  ADD CONSTRAINT proposal_comment CHECK ("status" <> 'COMMENTED' OR btrim("comment") <> ''),
  ADD CONSTRAINT proposal_dates CHECK ("shipBy" IS NULL OR ("arrivesP50" IS NOT NULL AND "arrivesP90" IS NOT NULL));
CREATE UNIQUE INDEX proposal_piece_one_open ON "proposal_piece" ("jobId") WHERE "open";
CREATE UNIQUE INDEX change_request_one_waiting ON "change_request" ("jobId") WHERE "answeredAt" IS NULL;

-- What was put before the customer never changes, and an answer is given once.
CREATE FUNCTION freeze_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."orderLineId", NEW."kind", NEW."number", NEW."tokenHash", NEW."baseHash", NEW."specHash", NEW."unitMinor", NEW."taxMinor",
      NEW."priceLines", NEW."differenceMinor", NEW."taxDifferenceMinor", NEW."note", NEW."sentAt")
     IS DISTINCT FROM
     (OLD."orderLineId", OLD."kind", OLD."number", OLD."tokenHash", OLD."baseHash", OLD."specHash", OLD."unitMinor", OLD."taxMinor",
      OLD."priceLines", OLD."differenceMinor", OLD."taxDifferenceMinor", OLD."note", OLD."sentAt")
     OR OLD."status" <> 'OPEN' THEN
    RAISE EXCEPTION 'a proposal is frozen once it is sent, and answered once' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proposal_frozen BEFORE UPDATE ON "proposal" FOR EACH ROW EXECUTE FUNCTION freeze_proposal();
CREATE TRIGGER proposal_kept BEFORE DELETE ON "proposal" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Nothing is made unapproved: a proof ends by the customer's approval of the very spec, and until then no other stage begins.
CREATE FUNCTION refuse_unapproved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."status" = OLD."status" THEN RETURN NEW; END IF;
  IF NEW."stageId" = 'proof' AND NEW."status" = 'DONE' AND NOT EXISTS (
    SELECT FROM "proposal" JOIN "proposal_piece" AS piece ON piece."proposalId" = "proposal"."id" JOIN "job" ON "job"."id" = piece."jobId"
     WHERE piece."jobId" = NEW."jobId" AND "proposal"."kind" = 'PROOF' AND "proposal"."status" = 'ACCEPTED'
       AND "proposal"."specHash" = "job"."specHash") THEN
    RAISE EXCEPTION 'a proof ends when the customer approves it' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW."stageId" <> 'proof' AND NEW."status" <> 'PLANNED' AND EXISTS (
    SELECT FROM "job_stage" WHERE "jobId" = NEW."jobId" AND "stageId" = 'proof' AND "status" <> 'DONE') THEN
    RAISE EXCEPTION 'nothing is made before its proof is approved' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER job_stage_approved BEFORE UPDATE ON "job_stage" FOR EACH ROW EXECUTE FUNCTION refuse_unapproved();

-- An order is bought once, and so is each change of it.
DROP INDEX checkout_one_payment_per_order;
CREATE UNIQUE INDEX checkout_one_payment_per_order ON "checkout" ("orderId") WHERE "paidAt" IS NOT NULL AND NOT "surplus" AND "proposalId" IS NULL;
CREATE UNIQUE INDEX checkout_one_payment_per_proposal ON "checkout" ("proposalId") WHERE "paidAt" IS NOT NULL AND NOT "surplus";
