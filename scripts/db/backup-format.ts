import type { Client } from "pg";
import { z } from "zod";

/** What stands in manifest.json of a backup, beside one file a table (PostgreSQL's COPY text) and the photos. */
export const manifestSchema = z.strictObject({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** the last migration applied: the tables are as it left them */
  migration: z.string(),
  /** each after those that it refers to */
  tables: z.array(z.strictObject({ name: z.string(), columns: z.array(z.string()), rows: z.int() })),
  sequences: z.array(z.strictObject({ name: z.string(), value: z.string(), called: z.boolean() })),
});

export type Manifest = z.output<typeof manifestSchema>;

export const MANIFEST = "manifest.json";
export const FILES = "files";
export const tableFile = (name: string) => `tables/${name}.copy`;

/** Names of ours, and still: no name breaks out of its quotes. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** "order" ("id", "number", …), as COPY takes it. */
export function copyTarget({ name, columns }: { name: string; columns: string[] }): string {
  return `${quoted(name)} (${columns.map(quoted).join(", ")})`;
}

/** Every table of ours with the columns that hold something of their own, each after those that it refers to. */
export async function readTables(client: Client): Promise<{ name: string; columns: string[] }[]> {
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name,
            array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
      GROUP BY c.relname ORDER BY c.relname`,
  );
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `SELECT a.relname AS "from", b.relname AS "to" FROM pg_constraint k
       JOIN pg_class a ON a.oid = k.conrelid JOIN pg_class b ON b.oid = k.confrelid
      WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND k.conrelid <> k.confrelid`,
  );
  const sorted: typeof tables = [];
  const placed = new Set<string>();
  while (sorted.length < tables.length) {
    const next = tables.filter(
      ({ name }) => !placed.has(name) && references.every(({ from, to }) => from !== name || placed.has(to)),
    );
    if (next.length === 0) throw new Error("Tables refer to each other in a circle");
    for (const { name } of next) placed.add(name);
    sorted.push(...next);
  }
  return sorted;
}
