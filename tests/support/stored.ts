import { db } from "@/lib/platform/db";

/**
 * A fingerprint of everything that is stored, table by table: the same before and after means that nothing was
 * written. Rate limits count refused attempts too, and a simulated queue is kept whoever asks: both are left out.
 */
export async function stored(): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'rate_limit', 'promise_baseline')`;
  const prints = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS print FROM "${name}" AS t`,
  );
  prints.push(`SELECT 'jobs' AS name, count(*)::text AS print FROM graphile_worker._private_jobs`);
  const rows = await db.$queryRawUnsafe<{ name: string; print: string }[]>(prints.join(" UNION ALL "));
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}
