-- AlterTable
ALTER TABLE "job" ADD COLUMN     "certificate" JSONB;

-- What a certificate states is of a finished piece.
ALTER TABLE "job" ADD CONSTRAINT "job_certificate_of_finished" CHECK ("certificate" IS NULL OR "finishedAt" IS NOT NULL);
