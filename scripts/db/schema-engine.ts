import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaContainer, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";

/**
 * Prisma's schema engine as WebAssembly, for comparing schemas and judging the migrations' record. The CLI
 * would download a native one; this one comes with the packages. (Don't let it apply migrations: the adapter
 * cuts scripts at every semicolon, also inside a trigger's body.)
 */
export async function withSchemaEngine<T>(
  connectionString: string,
  datamodel: SchemaContainer[],
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loadOnce();
  const factory = new ClosablePg({ connectionString, max: 2, application_name: "touchmark-migrate" });
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

// The engine never closes the pools that it makes the adapter open.
class ClosablePg extends PrismaPg {
  readonly #opened: { end(): Promise<void> }[] = [];

  override async connect() {
    const adapter = await super.connect();
    this.#opened.push(adapter.underlyingDriver());
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
