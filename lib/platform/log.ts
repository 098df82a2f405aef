import { pino } from "pino";
import { redactPersonal } from "@/lib/platform/redact";

/** JSON lines on standard output. Personal data never gets there: see redact.ts. */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  base: { process: process.env.TOUCHMARK_PROCESS ?? "touchmark" },
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: (error: unknown) => error },
  hooks: {
    // The words as well: log.error(error) takes the error's message for its own.
    logMethod(args, method) {
      if (args[0] instanceof Error && args.length === 1) return method.apply(this, [args[0], "failed"]);
      return method.apply(
        this,
        args.map((part) => (typeof part === "string" ? redactPersonal(part) : part)) as typeof args,
      );
    },
  },
  formatters: {
    level: (label) => ({ level: label }),
    log: (fields) => redactPersonal(fields) as Record<string, unknown>,
  },
});
