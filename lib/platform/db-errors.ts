const SERIALIZATION_FAILURE = "40001";
const DEADLOCK = "40P01";

type ViolatedConstraint = { index?: string; fields?: string[] };

/**
 * True when `error` is a violated unique constraint; with `constraint`, only that one: its name in the
 * database ("order_number_key") or its columns. Prisma 7 leaves `meta.target` empty, so this reads what the
 * driver adapter reports.
 */
export function isUniqueViolation(error: unknown, constraint?: string | readonly string[]): boolean {
  const violated = violatedConstraint(error);
  if (!violated) return false;
  if (constraint === undefined) return true;
  if (typeof constraint === "string") return violated.index === constraint;
  return violated.fields
    ? sameMembers(violated.fields, constraint)
    : (violated.index?.endsWith(`_${constraint.join("_")}_key`) ?? false);
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
  const constraint = read(driverCause(error), "constraint");
  const index = read(constraint, "index");
  const fields = read(constraint, "fields");
  return {
    ...(typeof index === "string" ? { index } : {}),
    ...(Array.isArray(fields) ? { fields: fields.map((field) => String(field).replaceAll('"', "")) } : {}),
  };
}

// A query's error carries it under meta.driverAdapterError.cause; an error at COMMIT is the adapter's own.
function driverCause(error: unknown): unknown {
  return read(read(read(error, "meta"), "driverAdapterError"), "cause") ?? read(error, "cause");
}

function prismaCode(error: unknown): unknown {
  return read(error, "code");
}

function sameMembers(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && right.every((member) => left.includes(member));
}

function read(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
