/** ?page=3 as a number; whatever else it says is page 1. */
export function readPage(value: string | string[] | undefined): number {
  const page = typeof value === "string" && /^\d{1,5}$/.test(value) ? Number(value) : 1;
  return Math.max(1, page);
}

/** The first value of a query's key, if it has one; without NUL, which PostgreSQL refuses. */
export function readOne(value: string | string[] | undefined): string | undefined {
  return (Array.isArray(value) ? value[0] : value)?.replaceAll("\0", "");
}
