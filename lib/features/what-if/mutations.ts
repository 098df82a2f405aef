import type { JobRefusal } from "@/lib/domain/job";
import type { ApplyToBenchInput, PutFirstInput } from "@/lib/features/what-if/schema";
import { addArtisan, addTimeOff, retireArtisan } from "@/lib/features/workshop/artisans";
import type { ChangedJob, WhenAndWho } from "@/lib/features/workshop/change-job";
import { addTimeOffSchema } from "@/lib/features/workshop/management-schema";
import { setRush } from "@/lib/features/workshop/mutations";
import { type Result, refuse } from "@/lib/platform/errors";

type Applied = Result<
  unknown,
  "NOT_FOUND" | "FORBIDDEN" | "STALE" | "UNKNOWN_SKILL" | "SO_ALREADY" | "INVALID_INPUT"
>;

/** Does what was tried, by the same way as the bench's own page: one transaction, with its event. */
export async function applyToBench(input: ApplyToBenchInput, who: WhenAndWho): Promise<Applied> {
  switch (input.try) {
    case "time-off": {
      const { artisan: artisanId, from, to, version } = input;
      const days = addTimeOffSchema.safeParse({ artisanId, from, to });
      if (!days.success) return refuse("INVALID_INPUT", { message: days.error.issues[0]?.message ?? "" });
      return addTimeOff({ ...days.data, version }, who);
    }
    case "leaves":
      return retireArtisan({ artisanId: input.artisan, version: input.version }, who);
    case "helper": {
      const { name, skill, days, start: startMinute, end: endMinute } = input;
      if (startMinute >= endMinute)
        return refuse("INVALID_INPUT", { message: "The end must be after the start." });
      const hours = days.map((weekday) => ({ weekday, startMinute, endMinute }));
      return addArtisan({ name, skills: [skill], hours }, who, { once: true });
    }
  }
}

/** A piece goes before all that aren’t in a rush already: it is a rush from now on. */
export async function putFirst(
  { jobId, version }: PutFirstInput,
  who: WhenAndWho,
): Promise<Result<ChangedJob, JobRefusal | "NOT_FOUND" | "STALE">> {
  return setRush({ jobId, version, rush: true }, who);
}
