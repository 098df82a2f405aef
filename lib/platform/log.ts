import { pino } from "pino";
import { redactPersonal } from "@/lib/platform/redact";

/** JSON lines on standard output. Personal data never gets there: see redact.ts. */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  base: { process: process.env.TOUCHMARK_PROCESS ?? "touchmark" },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: {
    level: (label) => ({ level: label }),
    log: (fields) => redactPersonal(fields) as Record<string, unknown>,
  },
});
