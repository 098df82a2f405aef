import { existsSync } from "node:fs";
import { type GivenEnv, parseGivenEnv } from "@/lib/platform/env";
import { Complaint } from "./complaint";

/** What the person set, in the environment or else in .env. One line for each that is not usable. */
export function readSettings(): GivenEnv {
  if (existsSync(".env")) process.loadEnvFile(".env");
  // "production" on a developer's machine, or a blank line copied from .env.example, must not matter here.
  const { NODE_ENV: _ours, ...given } = process.env;
  const parsed = parseGivenEnv(given);
  if (!parsed.ok) throw new Complaint(parsed.lines.join("\n"));
  return parsed.value;
}
