import path from "node:path";
import { Complaint } from "../start/complaint";
import { backup } from "./backup";
import { copyFilesToBucket } from "./copy-files";
import { generateMigration } from "./generate-migration";
import { migrate } from "./migrate";
import { reset } from "./reset";
import { restore } from "./restore";
import { seed, seedReference } from "./seed";
import { describeStatus } from "./status";
import { withDatabase } from "./with-database";

const HELP = `npm run db -- COMMAND
  migrate                                apply what is missing of prisma/migrations
  backup FILE                            every row and every photo into one file; the shop may go on
  restore FILE                           a backup into an empty database
  copy-files                             the photos of DATA_DIR into the bucket that S3_BUCKET names
  adopt-files                            after a restore: the photos where they lie now are this shop's
  url                                    the database's address, for psql
  status                                 which migrations are applied, which are not
  seed                                   put the sample shop into an empty database
  reference                              stages, metals, stones, delivery and tax, where they are missing
  reset --yes                            delete everything in the database, then migrate
  generate-migration NAME [--with FILE]  write the next migration from the schema; FILE holds SQL to append`;

const [command, ...rest] = process.argv.slice(2);

run().catch((error: unknown) => {
  console.error(error instanceof Complaint ? error.message : error);
  process.exitCode = 1;
});

async function run(): Promise<void> {
  switch (command) {
    case "migrate":
      return report(await withDatabase(({ DATABASE_URL }) => migrate(DATABASE_URL)));
    case "url":
      return console.log(await withDatabase(async ({ DATABASE_URL }) => DATABASE_URL));
    case "status":
      return console.log(await withDatabase(({ DATABASE_URL }) => describeStatus(DATABASE_URL)));
    case "seed":
      return console.log(
        await withDatabase((env) => {
          Object.assign(process.env, env);
          return seed(env.SAMPLE_OWNER_PASSWORD ?? "");
        }),
      );
    case "reference":
      return console.log(
        await withDatabase((env) => {
          Object.assign(process.env, env);
          return seedReference();
        }),
      );
    case "copy-files":
      return console.log(await copyFilesToBucket());
    case "adopt-files":
      return console.log(
        await withDatabase(async (env) => {
          Object.assign(process.env, env);
          const { adopt } = await import("./adopt-files");
          return adopt();
        }),
      );
    case "backup":
    case "restore":
      return console.log(await keep(command, rest));
    case "reset":
      if (!rest.includes("--yes"))
        throw new Complaint("This deletes every order: say `reset --yes` if you mean it.");
      return report(await withDatabase(({ DATABASE_URL }) => reset(DATABASE_URL)));
    case "generate-migration":
      return generate();
    default:
      throw new Complaint(HELP);
  }
}

async function keep(what: "backup" | "restore", [file]: string[]): Promise<string> {
  if (!file) throw new Complaint(`${what} FILE`);
  const { madeAt, tables, bucket } = await withDatabase(async (env) => {
    const files = path.join(env.DATA_DIR ?? "", "files");
    const manifest =
      what === "backup"
        ? await backup(env.DATABASE_URL, files, file, new Date())
        : await restore(env.DATABASE_URL, files, file);
    return { ...manifest, bucket: env.S3_BUCKET };
  });
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const apart = bucket ? ` The photos lie in the bucket ${bucket}: it is kept apart.` : "";
  return `${what === "backup" ? "Wrote" : "Restored"} ${rows} rows of ${tables.length} tables, as of ${madeAt}.${apart}`;
}

async function generate(): Promise<void> {
  const [name, flag, file] = rest;
  if (!name || !/^[a-z0-9_]+$/.test(name) || (flag !== undefined && (flag !== "--with" || !file))) {
    throw new Complaint("generate-migration NAME [--with FILE]; the name in lower case, with _ for spaces");
  }
  const options = { now: new Date(), ...(file ? { withSqlFile: file } : {}) };
  const migration = await withDatabase(({ DATABASE_URL }) => generateMigration(DATABASE_URL, name, options));
  console.log(
    migration
      ? `Wrote prisma/migrations/${migration}`
      : "The schema has not changed since the last migration.",
  );
}

function report(applied: string[]): void {
  console.log(applied.length ? `Applied ${applied.join(", ")}` : "Nothing to apply.");
}
