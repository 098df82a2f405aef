import { elsewhere, type FormCase } from "./form-case";

export const promiseForms: Record<string, FormCase> = {
  adoptPlanAction: {
    as: "owner",
    good: () => ({ stage: "polishing", ratio: "1.4", seen: "0".repeat(64) }),
    required: ["stage", "ratio", "seen"],
    tampered: () => [
      ...[{ stage: elsewhere }, { ratio: "0" }, { ratio: "-1" }, { ratio: "1000" }, { ratio: "NaN" }],
      ...[{ seen: "x" }, { seen: "a\u0000b" }],
    ],
    // No plan is off where nothing has been finished yet.
    refusedHere: true,
  },
  applyToBenchAction: {
    as: "owner",
    good: ({ bench }) => ({
      try: "time-off",
      artisan: bench.id,
      from: "2031-06-02",
      to: "2031-06-06",
      version: String(bench.version),
    }),
    required: ["try", "artisan", "from", "to", "version"],
    tampered: () => [
      ...[{ try: "rush-order" }, { try: "destroy" }, { artisan: elsewhere }, { artisan: "a\u0000b" }],
      ...[{ version: "99" }, { version: "x" }, { to: "2031-06-01" }, { from: "2031-02-30" }],
      ...[{ skills: "setting" }, { try: "helper" }],
    ],
  },
  putFirstAction: {
    as: "artisan",
    good: ({ job }) => ({ jobId: job.id, version: String(job.version) }),
    required: ["jobId", "version"],
    tampered: () => [
      ...[{ jobId: elsewhere }, { jobId: "a\u0000b" }, { version: "99" }, { version: "0" }],
      ...[{ rush: "on" }],
    ],
  },
};
