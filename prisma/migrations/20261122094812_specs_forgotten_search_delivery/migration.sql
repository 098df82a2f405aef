-- AlterTable
ALTER TABLE "shipping_method" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- What nobody ordered may be forgotten: the foreign keys keep every spec that a bag, an order or a job still names.
DROP TRIGGER spec_immutable ON "spec";
CREATE TRIGGER spec_immutable BEFORE UPDATE ON "spec" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The studio's search: part of a name in any case, the beginning of a number.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX order_name_trigrams ON "order" USING gin ("name" gin_trgm_ops);
CREATE INDEX order_number_beginning ON "order" ("number" text_pattern_ops);
