import { z } from "zod";
import type { JobRefusal } from "@/lib/domain/job";
import type { ChangedJob, JobResult, WhenAndWho } from "@/lib/features/workshop/change-job";
import {
  finishStage,
  holdJob,
  putBackStage,
  recordCheck,
  resumeJob,
  setRush,
  startStage,
} from "@/lib/features/workshop/mutations";
import {
  finishStageSchema,
  holdJobSchema,
  jobSchema,
  putBackStageSchema,
  recordCheckSchema,
  setRushSchema,
  startStageSchema,
} from "@/lib/features/workshop/schema";
import type { Result } from "@/lib/platform/errors";

type Command = (who: WhenAndWho) => Promise<Result<ChangedJob, JobRefusal | "NOT_FOUND" | "STALE">>;

/** Each with the shape of its fields: the small forms of the job page share one action, and so one answer. */
const commands = {
  start: pair(startStageSchema, startStage),
  "put-back": pair(putBackStageSchema, putBackStage),
  finish: pair(finishStageSchema, finishStage),
  check: pair(recordCheckSchema, recordCheck),
  hold: pair(holdJobSchema, holdJob),
  resume: pair(jobSchema, resumeJob),
  rush: pair(setRushSchema, setRush),
};

export type JobCommandName = keyof typeof commands;

/** The form's fields as something that can be done. */
export const readJobCommand = z
  .looseObject({ command: z.enum(Object.keys(commands) as JobCommandName[]) })
  .transform(({ command, ...fields }, context) => commands[command](fields, context));

function pair<Input>(schema: z.ZodType<Input>, run: (input: Input, who: WhenAndWho) => Promise<JobResult>) {
  return (fields: unknown, context: z.core.$RefinementCtx): Command => {
    const input = schema.safeParse(fields);
    if (input.success) return (who) => run(input.data, who);
    for (const { path, message } of input.error.issues) context.addIssue({ code: "custom", path, message });
    return z.NEVER;
  };
}
