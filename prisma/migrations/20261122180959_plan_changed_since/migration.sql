-- AlterTable
ALTER TABLE "job_stage" ADD COLUMN     "planNowMinutes" INTEGER;

ALTER TABLE "job_stage" ADD CONSTRAINT job_stage_plan_now CHECK ("planNowMinutes" > 0);
