/**
 * The layers of the house (README, "A map of the house"). tests/architecture runs these; each exception
 * stands here with its reason, and the list only shrinks.
 */
const npm = "node_modules";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "pages-compose",
      comment: "app pages use components, loaders, actions, schemas, platform; they never touch the database",
      severity: "error",
      from: { path: "^app/", pathNot: "(^|/)route\\.tsx?$" },
      to: {
        path: "^(lib/(adapters|generated)|lib/platform/db|lib/features/[^/]+/(data|mutations|jobs)|prisma/|scripts/)",
      },
    },
    {
      name: "route-handlers",
      comment: "route handlers use data and mutations through features; no database, no SDK",
      severity: "error",
      from: { path: "^app/.*route\\.tsx?$" },
      to: { path: "^(lib/generated|prisma/|scripts/|components/)" },
    },
    {
      name: "components-compose",
      comment: "components know domain, schemas and actions, never where data comes from",
      severity: "error",
      from: { path: "^components/" },
      to: {
        path: "^(app/|prisma/|scripts/|lib/(adapters|generated)|lib/features/[^/]+/(data|loaders|mutations|jobs)|lib/platform/(db|env|auth|log))",
      },
    },
    {
      name: "ui-stands-alone",
      comment: "components/ui could ship in another product",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^(app|lib|prisma|scripts|components/(shop|studio|email))/" },
    },
    {
      name: "features-look-down",
      severity: "error",
      from: { path: "^lib/features/" },
      to: { path: "^(app|components/(ui|shop|studio)|prisma|scripts)/" },
    },
    {
      name: "features-meet-by-data-mutations-schema",
      comment: "a feature reaches another through data, mutations, schema (and its events)",
      severity: "error",
      from: { path: "^lib/features/([^/]+)/" },
      to: { path: "^lib/features/[^/]+/(loaders|actions|jobs)", pathNot: "^lib/features/$1/" },
    },
    {
      name: "platform-is-below",
      severity: "error",
      from: { path: "^lib/platform/" },
      to: { path: "^(app|components|prisma|scripts|lib/features)/" },
    },
    {
      name: "adapters-are-below",
      severity: "error",
      from: { path: "^lib/adapters/" },
      to: { path: "^(app|components|prisma|scripts|lib/features)/" },
    },
    {
      name: "domain-is-pure",
      comment: "domain uses zod, pure computation libraries and itself: no clock, environment or I/O",
      severity: "error",
      from: { path: "^lib/domain/" },
      to: {
        pathNot: [
          "^lib/domain/",
          `${npm}/(zod|temporal-polyfill|temporal-spec|canonicalize|@noble/hashes|uuid)/`,
        ],
      },
    },
    {
      name: "sdks-stay-in-adapters",
      severity: "error",
      from: { pathNot: "^(lib/adapters|scripts|tests)/" },
      to: { path: `${npm}/(stripe|nodemailer|graphile-worker|@aws-sdk)/` },
    },
    {
      name: "prisma-client-in-few-places",
      severity: "error",
      from: {
        pathNot: "^(lib/platform/db|lib/generated/|lib/adapters/queue/|prisma/seed/|tests/|scripts/db/)",
      },
      to: { path: `^lib/generated/|${npm}/@prisma/` },
    },
    {
      name: "database-in-few-places",
      comment: "only data, mutations, jobs (and the files they are split into) read and write",
      severity: "error",
      from: {
        path: "^(app|components|lib/features/[^/]+/(schema|actions|loaders))",
        pathNot: "route\\.tsx?$",
      },
      to: { path: "^lib/platform/db", dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: "specify",
    doNotFollow: { path: [npm, "^lib/generated"] },
    exclude: { path: "(^|/)\\.(next|data)" },
    enhancedResolveOptions: { conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
