import { type Journal, openJournal, readJournal } from "./journal";
import { type TableName, type Tables, tableNames } from "./tables";

type Rows = { [N in TableName]: Map<string, Tables[N]> };
type Change = { put: [TableName, { id: string }] } | { drop: [TableName, string] };

export interface Reader {
  get<N extends TableName>(table: N, id: string): Tables[N] | undefined;
  /** In the order in which they were first put. */
  all<N extends TableName>(table: N): Iterable<Tables[N]>;
  count(table: TableName): number;
}

export interface Transaction extends Reader {
  /** Rows are never changed in place: put a new one, so that an event's snapshot stays as it was. */
  put<N extends TableName>(table: N, row: Tables[N]): void;
  drop(table: TableName, id: string): void;
}

export interface Store extends Reader {
  /** Runs `work` whole or, if it throws, not at all. `durable` resolves once it is on the disk. */
  transact<T>(work: (transaction: Transaction) => T): { value: T; durable: Promise<void> };
  close(): Promise<void>;
}

const dayMs = 24 * 3600 * 1000;

export async function openStore(folder: string, nowMs: number): Promise<Store> {
  const rows = emptyRows();
  for (const line of await readJournal(folder)) {
    for (const change of JSON.parse(line) as Change[]) apply(rows, change);
  }
  forgetOld(rows, nowMs);
  return storeOver(rows, await openJournal(folder, snapshot(rows)));
}

/** Stripe keeps idempotent answers for a day and events for thirty. */
function forgetOld(rows: Rows, nowMs: number): void {
  for (const result of rows.idempotent_results.values()) {
    if (result.createdAtMs < nowMs - dayMs) rows.idempotent_results.delete(result.id);
  }
  const awaited = new Set([...rows.deliveries.values()].map(({ eventId }) => eventId));
  for (const event of rows.events.values()) {
    if (event.created * 1000 < nowMs - 30 * dayMs && !awaited.has(event.id)) rows.events.delete(event.id);
  }
}

function storeOver(rows: Rows, journal: Journal): Store {
  const reader: Reader = {
    get: (table, id) => rows[table].get(id),
    all: (table) => rows[table].values(),
    count: (table) => rows[table].size,
  };
  return {
    ...reader,
    transact(work) {
      const done: Change[] = [];
      const undo: (() => void)[] = [];
      const record = (table: TableName, id: string, change: Change) => {
        undo.push(restorer(rows, table, id));
        done.push(change);
        apply(rows, change);
      };
      const transaction: Transaction = {
        ...reader,
        put: (table, row) => record(table, row.id, { put: [table, row] }),
        drop: (table, id) => record(table, id, { drop: [table, id] }),
      };
      try {
        const value = work(transaction);
        // A reader waits too: it may have seen what a kill could still undo.
        const durable = done.length > 0 ? journal.append(JSON.stringify(done)) : journal.settled();
        return { value, durable };
      } catch (error) {
        for (const step of undo.reverse()) step();
        throw error;
      }
    },
    close: () => journal.close(),
  };
}

function apply(rows: Rows, change: Change): void {
  if ("drop" in change) rows[change.drop[0]].delete(change.drop[1]);
  else (rows[change.put[0]] as Map<string, { id: string }>).set(change.put[1].id, change.put[1]);
}

function restorer(rows: Rows, table: TableName, id: string): () => void {
  const map = rows[table] as Map<string, { id: string }>;
  const before = map.get(id);
  return () => {
    if (before) map.set(id, before);
    else map.delete(id);
  };
}

function* snapshot(rows: Rows): Iterable<string> {
  for (const table of tableNames) {
    for (const row of rows[table].values()) yield JSON.stringify([{ put: [table, row] }]);
  }
}

function emptyRows(): Rows {
  return Object.fromEntries(tableNames.map((name) => [name, new Map()])) as unknown as Rows;
}
