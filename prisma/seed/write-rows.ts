import type { Prisma } from "@/lib/generated/prisma/client";
import type { Row } from "./history/rows";

/** Rows travel as one JSON text a chunk: no limit of parameters, and PostgreSQL knows each column's type itself. */
const CHUNK = 2_000;

/** Inserts rows of one shape, in their order; columns that they don't name take the table's defaults. */
export async function writeRows(
  tx: Prisma.TransactionClient,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(", ");
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = JSON.stringify(rows.slice(from, from + CHUNK));
    // Table and columns are names in our own code, never anybody's input.
    await tx.$executeRawUnsafe(
      `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
      chunk,
    );
  }
}
