-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('OWNER', 'ARTISAN');

-- CreateEnum
CREATE TYPE "ProductKind" AS ENUM ('RING', 'NECKLACE', 'EARRINGS', 'BRACELET', 'SET');

-- CreateEnum
CREATE TYPE "ProductStatus" AS ENUM ('DRAFT', 'ACTIVE', 'RETIRED');

-- CreateEnum
CREATE TYPE "JobStatus" AS ENUM ('OPEN', 'ON_HOLD', 'READY', 'SHIPPED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "JobStageStatus" AS ENUM ('PLANNED', 'STARTED', 'DONE');

-- CreateEnum
CREATE TYPE "MailStatus" AS ENUM ('QUEUED', 'SENT', 'FAILED');

-- CreateEnum
CREATE TYPE "OrderStatus" AS ENUM ('AWAITING_PAYMENT', 'PAYMENT_PENDING', 'PAID', 'SHIPPED', 'EXPIRED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "CheckoutStatus" AS ENUM ('OPEN', 'COMPLETE', 'EXPIRED');

-- CreateEnum
CREATE TYPE "RefundStatus" AS ENUM ('REQUESTED', 'SUCCEEDED', 'FAILED');

-- CreateEnum
CREATE TYPE "ActorKind" AS ENUM ('CUSTOMER', 'STAFF', 'SYSTEM', 'STRIPE');

-- CreateEnum
CREATE TYPE "StageKind" AS ENUM ('BENCH', 'EXTERNAL');

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "artisanId" TEXT,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_session" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "id" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "beatAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key","windowStart")
);

-- CreateTable
CREATE TABLE "spec" (
    "hash" CHAR(64) NOT NULL,
    "version" INTEGER NOT NULL,
    "canonical" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "spec_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "cart" (
    "id" TEXT NOT NULL,
    "tokenHash" CHAR(64) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart_line" (
    "id" TEXT NOT NULL,
    "cartId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "specHash" CHAR(64) NOT NULL,
    "personalization" JSONB NOT NULL,
    "quantity" INTEGER NOT NULL,
    "gift" BOOLEAN NOT NULL DEFAULT false,
    "giftMessage" TEXT NOT NULL DEFAULT '',
    "shownUnitMinor" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "maker" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tagline" TEXT NOT NULL,
    "story" TEXT NOT NULL,
    "tradition" TEXT NOT NULL,
    "techniques" TEXT[],
    "location" TEXT NOT NULL,
    "sinceYear" INTEGER NOT NULL,
    "pictureSrc" TEXT NOT NULL,
    "pictureAlt" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "artisanId" TEXT,

    CONSTRAINT "maker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "ProductKind" NOT NULL,
    "status" "ProductStatus" NOT NULL DEFAULT 'DRAFT',
    "makerId" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "story" TEXT NOT NULL,
    "making" TEXT NOT NULL,
    "variationNote" TEXT NOT NULL,
    "care" TEXT NOT NULL,
    "materials" JSONB NOT NULL,
    "techniques" TEXT[],
    "motifs" TEXT[],
    "occasions" TEXT[],
    "options" JSONB NOT NULL,
    "priceRule" JSONB NOT NULL,
    "routing" JSONB NOT NULL,
    "metals" TEXT[],
    "stones" TEXT[],
    "priceFromMinor" INTEGER NOT NULL,
    "editionSize" INTEGER,
    "position" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_picture" (
    "id" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "src" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "alt" TEXT NOT NULL,
    "alloyId" TEXT,
    "rig" JSONB,

    CONSTRAINT "product_picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "collection_product" (
    "collectionId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "collection_product_pkey" PRIMARY KEY ("collectionId","productId")
);

-- CreateTable
CREATE TABLE "guide" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "pictureSrc" TEXT NOT NULL,
    "pictureAlt" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "guide_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "orderLineId" TEXT NOT NULL,
    "pieceIndex" INTEGER NOT NULL,
    "specHash" CHAR(64) NOT NULL,
    "status" "JobStatus" NOT NULL DEFAULT 'OPEN',
    "holdReason" TEXT,
    "dueOn" DATE NOT NULL,
    "rush" BOOLEAN NOT NULL DEFAULT false,
    "queuedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "shipmentId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_stage" (
    "id" TEXT NOT NULL,
    "jobId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "stageId" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "status" "JobStageStatus" NOT NULL DEFAULT 'PLANNED',
    "typicalMinutes" INTEGER NOT NULL,
    "badDayMinutes" INTEGER NOT NULL,
    "artisanId" TEXT,
    "startedAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "actualMinutes" INTEGER,
    "passed" BOOLEAN,

    CONSTRAINT "job_stage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_note" (
    "id" TEXT NOT NULL,
    "jobId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_photo" (
    "id" TEXT NOT NULL,
    "jobId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "caption" TEXT NOT NULL,
    "visibleToBuyer" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_photo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" TEXT NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "status" "MailStatus" NOT NULL DEFAULT 'QUEUED',
    "subject" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "orderId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "tokenRevokedAt" TIMESTAMPTZ(3),
    "cartId" TEXT,
    "status" "OrderStatus" NOT NULL DEFAULT 'AWAITING_PAYMENT',
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "line1" TEXT NOT NULL,
    "line2" TEXT,
    "city" TEXT NOT NULL,
    "region" TEXT,
    "postalCode" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "shippingMethodId" TEXT NOT NULL,
    "shippingLabel" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "subtotalMinor" INTEGER NOT NULL,
    "shippingMinor" INTEGER NOT NULL,
    "taxMinor" INTEGER NOT NULL,
    "totalMinor" INTEGER NOT NULL,
    "refundedMinor" INTEGER NOT NULL DEFAULT 0,
    "placedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "paidAt" TIMESTAMPTZ(3),
    "shippedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "productId" TEXT NOT NULL,
    "productName" TEXT NOT NULL,
    "specHash" CHAR(64) NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unitMinor" INTEGER NOT NULL,
    "totalMinor" INTEGER NOT NULL,
    "taxMinor" INTEGER NOT NULL,
    "priceLines" JSONB NOT NULL,
    "returnable" BOOLEAN NOT NULL,
    "gift" BOOLEAN NOT NULL DEFAULT false,
    "giftMessage" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_promise" (
    "orderId" TEXT NOT NULL,
    "shipBy" DATE NOT NULL,
    "arrivesP50" DATE NOT NULL,
    "arrivesP90" DATE NOT NULL,
    "basis" JSONB NOT NULL,
    "promisedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_promise_pkey" PRIMARY KEY ("orderId")
);

-- CreateTable
CREATE TABLE "checkout" (
    "sessionId" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "status" "CheckoutStatus" NOT NULL DEFAULT 'OPEN',
    "amountMinor" INTEGER NOT NULL,
    "paymentIntentId" TEXT,
    "paidAt" TIMESTAMPTZ(3),
    "surplus" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checkout_pkey" PRIMARY KEY ("sessionId")
);

-- CreateTable
CREATE TABLE "stripe_event" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stripe_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "paymentIntentId" TEXT NOT NULL,
    "amountMinor" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "RefundStatus" NOT NULL DEFAULT 'REQUESTED',
    "stripeRefundId" TEXT,
    "requestedById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipment" (
    "id" TEXT NOT NULL,
    "orderId" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "trackingNumber" TEXT NOT NULL,
    "trackingUrl" TEXT,
    "shippedAt" TIMESTAMPTZ(3) NOT NULL,
    "shippedById" TEXT,

    CONSTRAINT "shipment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "type" TEXT NOT NULL,
    "actorKind" "ActorKind" NOT NULL,
    "actorId" TEXT,
    "actorName" TEXT,
    "orderId" TEXT,
    "jobId" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workshop" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "line1" TEXT NOT NULL,
    "line2" TEXT,
    "city" TEXT NOT NULL,
    "region" TEXT,
    "postalCode" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "timeZone" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "hourlyRateMinor" INTEGER NOT NULL,
    "marginBps" INTEGER NOT NULL,
    "roundToMinor" INTEGER NOT NULL,
    "checkoutMinutes" INTEGER NOT NULL DEFAULT 60,
    "hallmarkCountry" CHAR(2),
    "setUpAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "workshop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage" (
    "id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "buyerLabel" TEXT NOT NULL,
    "kind" "StageKind" NOT NULL,
    "skill" TEXT,
    "position" INTEGER NOT NULL,
    "typicalMinutes" INTEGER,
    "badDayMinutes" INTEGER,

    CONSTRAINT "stage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "artisan" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "skills" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "artisan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "working_hours" (
    "id" TEXT NOT NULL,
    "artisanId" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "startMinute" INTEGER NOT NULL,
    "endMinute" INTEGER NOT NULL,

    CONSTRAINT "working_hours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "time_off" (
    "id" TEXT NOT NULL,
    "artisanId" TEXT NOT NULL,
    "fromDate" DATE NOT NULL,
    "toDate" DATE NOT NULL,
    "reason" TEXT,

    CONSTRAINT "time_off_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "closure" (
    "date" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "closure_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "alloy" (
    "id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "metal" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "fineness" INTEGER NOT NULL,
    "densityMgCm3" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "alloy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "metal_price" (
    "id" TEXT NOT NULL,
    "alloyId" TEXT NOT NULL,
    "pricePerGramMinor" INTEGER NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL,
    "setById" TEXT,

    CONSTRAINT "metal_price_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stone" (
    "id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "floorMinor" INTEGER NOT NULL,
    "perCubicMmMinor" INTEGER NOT NULL,
    "colour" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "stone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shipping_method" (
    "id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "countries" TEXT[],
    "priceMinor" INTEGER NOT NULL,
    "typicalDays" INTEGER NOT NULL,
    "slowDays" INTEGER NOT NULL,
    "trackingUrl" TEXT,
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "shipping_method_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tax_rate" (
    "country" CHAR(2) NOT NULL,
    "label" TEXT NOT NULL,
    "rateBps" INTEGER NOT NULL,

    CONSTRAINT "tax_rate_pkey" PRIMARY KEY ("country")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_artisanId_key" ON "user"("artisanId");

-- CreateIndex
CREATE INDEX "user_session_userId_idx" ON "user_session"("userId");

-- CreateIndex
CREATE INDEX "rate_limit_windowStart_idx" ON "rate_limit"("windowStart");

-- CreateIndex
CREATE UNIQUE INDEX "cart_tokenHash_key" ON "cart"("tokenHash");

-- CreateIndex
CREATE INDEX "cart_updatedAt_idx" ON "cart"("updatedAt");

-- CreateIndex
CREATE INDEX "cart_line_cartId_position_idx" ON "cart_line"("cartId", "position");

-- CreateIndex
CREATE INDEX "cart_line_specHash_idx" ON "cart_line"("specHash");

-- CreateIndex
CREATE INDEX "cart_line_productId_idx" ON "cart_line"("productId");

-- CreateIndex
CREATE UNIQUE INDEX "cart_line_cartId_specHash_gift_giftMessage_key" ON "cart_line"("cartId", "specHash", "gift", "giftMessage");

-- CreateIndex
CREATE UNIQUE INDEX "maker_slug_key" ON "maker"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "maker_artisanId_key" ON "maker"("artisanId");

-- CreateIndex
CREATE UNIQUE INDEX "product_slug_key" ON "product"("slug");

-- CreateIndex
CREATE INDEX "product_status_position_idx" ON "product"("status", "position");

-- CreateIndex
CREATE INDEX "product_status_kind_position_idx" ON "product"("status", "kind", "position");

-- CreateIndex
CREATE INDEX "product_status_priceFromMinor_idx" ON "product"("status", "priceFromMinor");

-- CreateIndex
CREATE INDEX "product_makerId_idx" ON "product"("makerId");

-- CreateIndex
CREATE INDEX "product_metals_idx" ON "product" USING GIN ("metals");

-- CreateIndex
CREATE INDEX "product_stones_idx" ON "product" USING GIN ("stones");

-- CreateIndex
CREATE INDEX "product_occasions_idx" ON "product" USING GIN ("occasions");

-- CreateIndex
CREATE INDEX "product_motifs_idx" ON "product" USING GIN ("motifs");

-- CreateIndex
CREATE INDEX "product_techniques_idx" ON "product" USING GIN ("techniques");

-- CreateIndex
CREATE UNIQUE INDEX "product_picture_productId_position_key" ON "product_picture"("productId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "collection_slug_key" ON "collection"("slug");

-- CreateIndex
CREATE INDEX "collection_product_productId_idx" ON "collection_product"("productId");

-- CreateIndex
CREATE UNIQUE INDEX "guide_slug_key" ON "guide"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "job_number_key" ON "job"("number");

-- CreateIndex
CREATE INDEX "job_status_dueOn_idx" ON "job"("status", "dueOn");

-- CreateIndex
CREATE INDEX "job_status_queuedAt_idx" ON "job"("status", "queuedAt");

-- CreateIndex
CREATE INDEX "job_finishedAt_idx" ON "job"("finishedAt");

-- CreateIndex
CREATE INDEX "job_shipmentId_idx" ON "job"("shipmentId");

-- CreateIndex
CREATE INDEX "job_specHash_idx" ON "job"("specHash");

-- CreateIndex
CREATE UNIQUE INDEX "job_orderLineId_pieceIndex_key" ON "job"("orderLineId", "pieceIndex");

-- CreateIndex
CREATE INDEX "job_stage_status_stageId_idx" ON "job_stage"("status", "stageId");

-- CreateIndex
CREATE INDEX "job_stage_artisanId_status_idx" ON "job_stage"("artisanId", "status");

-- CreateIndex
CREATE INDEX "job_stage_stageId_doneAt_idx" ON "job_stage"("stageId", "doneAt");

-- CreateIndex
CREATE UNIQUE INDEX "job_stage_jobId_position_key" ON "job_stage"("jobId", "position");

-- CreateIndex
CREATE INDEX "job_note_jobId_createdAt_idx" ON "job_note"("jobId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "job_photo_storageKey_key" ON "job_photo"("storageKey");

-- CreateIndex
CREATE INDEX "job_photo_jobId_createdAt_idx" ON "job_photo"("jobId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "mail_dedupeKey_key" ON "mail"("dedupeKey");

-- CreateIndex
CREATE INDEX "mail_status_createdAt_idx" ON "mail"("status", "createdAt");

-- CreateIndex
CREATE INDEX "mail_createdAt_idx" ON "mail"("createdAt");

-- CreateIndex
CREATE INDEX "mail_orderId_idx" ON "mail"("orderId");

-- CreateIndex
CREATE UNIQUE INDEX "order_number_key" ON "order"("number");

-- CreateIndex
CREATE UNIQUE INDEX "order_token_key" ON "order"("token");

-- CreateIndex
CREATE INDEX "order_status_placedAt_idx" ON "order"("status", "placedAt");

-- CreateIndex
CREATE INDEX "order_placedAt_idx" ON "order"("placedAt");

-- CreateIndex
CREATE INDEX "order_cartId_idx" ON "order"("cartId");

-- CreateIndex
CREATE INDEX "order_email_idx" ON "order"("email");

-- CreateIndex
CREATE INDEX "order_shippingMethodId_idx" ON "order"("shippingMethodId");

-- CreateIndex
CREATE INDEX "order_line_productId_idx" ON "order_line"("productId");

-- CreateIndex
CREATE INDEX "order_line_specHash_idx" ON "order_line"("specHash");

-- CreateIndex
CREATE UNIQUE INDEX "order_line_orderId_position_key" ON "order_line"("orderId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "order_line_id_specHash_key" ON "order_line"("id", "specHash");

-- CreateIndex
CREATE INDEX "order_promise_shipBy_idx" ON "order_promise"("shipBy");

-- CreateIndex
CREATE UNIQUE INDEX "checkout_paymentIntentId_key" ON "checkout"("paymentIntentId");

-- CreateIndex
CREATE INDEX "checkout_orderId_idx" ON "checkout"("orderId");

-- CreateIndex
CREATE INDEX "checkout_status_expiresAt_idx" ON "checkout"("status", "expiresAt");

-- CreateIndex
CREATE INDEX "stripe_event_receivedAt_idx" ON "stripe_event"("receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "refund_stripeRefundId_key" ON "refund"("stripeRefundId");

-- CreateIndex
CREATE INDEX "refund_orderId_idx" ON "refund"("orderId");

-- CreateIndex
CREATE INDEX "refund_status_createdAt_idx" ON "refund"("status", "createdAt");

-- CreateIndex
CREATE INDEX "shipment_orderId_idx" ON "shipment"("orderId");

-- CreateIndex
CREATE INDEX "event_orderId_id_idx" ON "event"("orderId", "id");

-- CreateIndex
CREATE INDEX "event_jobId_id_idx" ON "event"("jobId", "id");

-- CreateIndex
CREATE INDEX "event_at_idx" ON "event"("at");

-- CreateIndex
CREATE UNIQUE INDEX "stage_position_key" ON "stage"("position");

-- CreateIndex
CREATE UNIQUE INDEX "working_hours_artisanId_weekday_startMinute_key" ON "working_hours"("artisanId", "weekday", "startMinute");

-- CreateIndex
CREATE INDEX "time_off_artisanId_toDate_idx" ON "time_off"("artisanId", "toDate");

-- CreateIndex
CREATE UNIQUE INDEX "metal_price_alloyId_validFrom_key" ON "metal_price"("alloyId", "validFrom");

-- AddForeignKey
ALTER TABLE "user" ADD CONSTRAINT "user_artisanId_fkey" FOREIGN KEY ("artisanId") REFERENCES "artisan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_session" ADD CONSTRAINT "user_session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_productId_fkey" FOREIGN KEY ("productId") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_specHash_fkey" FOREIGN KEY ("specHash") REFERENCES "spec"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "maker" ADD CONSTRAINT "maker_artisanId_fkey" FOREIGN KEY ("artisanId") REFERENCES "artisan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_makerId_fkey" FOREIGN KEY ("makerId") REFERENCES "maker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_picture" ADD CONSTRAINT "product_picture_productId_fkey" FOREIGN KEY ("productId") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_product" ADD CONSTRAINT "collection_product_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection_product" ADD CONSTRAINT "collection_product_productId_fkey" FOREIGN KEY ("productId") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_orderLineId_fkey" FOREIGN KEY ("orderLineId") REFERENCES "order_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_specHash_fkey" FOREIGN KEY ("specHash") REFERENCES "spec"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job" ADD CONSTRAINT "job_shipmentId_fkey" FOREIGN KEY ("shipmentId") REFERENCES "shipment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_stage" ADD CONSTRAINT "job_stage_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_stage" ADD CONSTRAINT "job_stage_stageId_fkey" FOREIGN KEY ("stageId") REFERENCES "stage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_stage" ADD CONSTRAINT "job_stage_artisanId_fkey" FOREIGN KEY ("artisanId") REFERENCES "artisan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_note" ADD CONSTRAINT "job_note_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_note" ADD CONSTRAINT "job_note_byId_fkey" FOREIGN KEY ("byId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_photo" ADD CONSTRAINT "job_photo_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_photo" ADD CONSTRAINT "job_photo_byId_fkey" FOREIGN KEY ("byId") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail" ADD CONSTRAINT "mail_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "cart"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_shippingMethodId_fkey" FOREIGN KEY ("shippingMethodId") REFERENCES "shipping_method"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_productId_fkey" FOREIGN KEY ("productId") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_specHash_fkey" FOREIGN KEY ("specHash") REFERENCES "spec"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_promise" ADD CONSTRAINT "order_promise_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkout" ADD CONSTRAINT "checkout_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_shippedById_fkey" FOREIGN KEY ("shippedById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "order"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "job"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "working_hours" ADD CONSTRAINT "working_hours_artisanId_fkey" FOREIGN KEY ("artisanId") REFERENCES "artisan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_off" ADD CONSTRAINT "time_off_artisanId_fkey" FOREIGN KEY ("artisanId") REFERENCES "artisan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metal_price" ADD CONSTRAINT "metal_price_alloyId_fkey" FOREIGN KEY ("alloyId") REFERENCES "alloy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metal_price" ADD CONSTRAINT "metal_price_setById_fkey" FOREIGN KEY ("setById") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
