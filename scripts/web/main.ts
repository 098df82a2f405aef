import { createServer } from "node:http";
import next from "next";
import { getEnv } from "@/lib/platform/env";
import { projectRoot } from "../db/project-files";
import { createListener } from "./listener";
import { PageStore } from "./page-store";

/** The web server of a finished build: Next behind a store of whole pages (docs/decisions/006). */
const { PORT, TRUSTED_PROXIES } = getEnv();
const server = createServer();
const app = next({ dir: projectRoot, dev: false, port: PORT, httpServer: server });

// After an action that redirects, Next asks itself for the page that it leads to; not by way of the outside world.
process.env.__NEXT_PRIVATE_ORIGIN = `http://localhost:${PORT}`;
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, stop);

await app.prepare();
server.on("request", createListener(app.getRequestHandler(), new PageStore(), TRUSTED_PROXIES));
server.listen(PORT);

/** Lets the answers under way end; connections that only wait are closed. */
function stop(): void {
  server.close(() => {
    app.close().finally(() => process.exit(0));
  });
  server.closeIdleConnections();
}
