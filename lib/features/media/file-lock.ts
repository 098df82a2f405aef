import type { Tx } from "@/lib/platform/db";

// Any number, the same for everybody: a lock of files, held to the end of a transaction.
const FILES = 7_204_001;

/** Until `tx` ends, nothing is swept away: for whoever writes files that its rows are about to name. */
export async function whileFilesStay(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${FILES})`;
}

/** Until `tx` ends, nobody writes files that no row names yet. */
export async function whileNobodyWrites(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${FILES})`;
}
