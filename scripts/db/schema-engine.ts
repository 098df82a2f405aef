import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaContainer, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * Prisma's schema engine as WebAssembly. The CLI would download a native one; this one comes with the
 * packages, so that migrating works on a machine without a network.
 */
export async function withSchemaEngine<T>(
  connectionString: string,
  datamodel: SchemaContainer[],
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loadOnce();
  const factory = new WholeScriptPg({ connectionString, max: 2, application_name: "touchmark-migrate" });
  const engine = await bindings.SchemaEngine.new(
    { datamodels: datamodel.map((file) => [file.path, file.content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await use(engine);
  } finally {
    await factory.end();
  }
}

/**
 * The adapter cuts scripts at every semicolon, which breaks the body of a trigger function. PostgreSQL takes
 * a script whole, and then also runs it as one transaction.
 */
class WholeScriptPg extends PrismaPg {
  readonly #opened: { end(): Promise<void> }[] = [];

  override async connect() {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver();
    this.#opened.push(pool);
    adapter.executeScript = async (script) => {
      await pool.query(script);
    };
    return adapter;
  }

  async end(): Promise<void> {
    await Promise.all(this.#opened.map((pool) => pool.end()));
  }
}

let loaded = false;

function loadOnce(): void {
  if (loaded) return;
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const compiled = new WebAssembly.Module(readFileSync(entry.replace(/\.js$/, ".wasm")));
  const instance = new WebAssembly.Instance(compiled, { "./schema_engine_bg.js": { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  loaded = true;
}
