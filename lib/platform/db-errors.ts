const SERIALIZATION_FAILURE = "40001";
const DEADLOCK = "40P01";

type ViolatedConstraint = { index?: unknown; table?: unknown };

/**
 * True when `error` is a violated unique constraint; with `constraint`, only that one: by its name in the
 * database ("stripe_event_pkey"), or by the columns of an @unique or @@unique. (A primary key goes by name:
 * PostgreSQL's name for it doesn't tell its columns.) Prisma 7 leaves `meta.target` empty, so this reads
 * what the driver adapter reports.
 */
export function isUniqueViolation(error: unknown, constraint?: string | readonly string[]): boolean {
  const violated = violatedConstraint(error);
  if (!violated) return false;
  if (constraint === undefined) return true;
  if (typeof constraint === "string") return violated.index === constraint;
  return violated.index === `${violated.table}_${constraint.join("_")}_key`;
}

/** The transaction lost against another and may simply be tried again. */
export function isTransientConflict(error: unknown): boolean {
  const state = sqlState(error);
  return prismaCode(error) === "P2034" || state === SERIALIZATION_FAILURE || state === DEADLOCK;
}

/** PostgreSQL's five-character code, from wherever Prisma put it. */
export function sqlState(error: unknown): string | undefined {
  const cause = driverCause(error);
  const code = read(cause, "originalCode") ?? read(cause, "code");
  return typeof code === "string" ? code : undefined;
}

function violatedConstraint(error: unknown): ViolatedConstraint | undefined {
  if (prismaCode(error) !== "P2002" && sqlState(error) !== "23505") return undefined;
  const cause = driverCause(error);
  return { index: read(read(cause, "constraint"), "index"), table: read(cause, "table") };
}

// A query's error carries it under meta.driverAdapterError.cause; an error at COMMIT is the adapter's own.
function driverCause(error: unknown): unknown {
  return read(read(read(error, "meta"), "driverAdapterError"), "cause") ?? read(error, "cause");
}

function prismaCode(error: unknown): unknown {
  return read(error, "code");
}

function read(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
