import { createApi } from "./api";
import { type Behaviour, quietBehaviour } from "./behaviour";
import { handleControl } from "./control";
import { startEngine } from "./engine";
import { createHttpServer, type HttpRequest, type HttpResponse, json, listen } from "./http";
import { handlePage } from "./page-routes";
import { openStore } from "./store";

export interface SimulatorOptions {
  /** 0 takes any free port. */
  port: number;
  host?: string;
  /** Where browsers reach the payment page, if not at the host and port. */
  publicUrl?: string;
  /** The folder that keeps everything. One simulator at a time may use it. */
  dataFolder: string;
  webhook?: { url: string; secret: string } | null;
  behaviour?: Partial<Behaviour>;
  /** The wait before the first retry of a webhook; it doubles from there. */
  retryBaseMs?: number;
}

export interface Simulator {
  port: number;
  url: string;
  close(): Promise<void>;
}

/** Stripe's API, its payment page and its webhooks, on one port. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const host = options.host ?? "127.0.0.1";
  let handle: (request: HttpRequest) => Promise<HttpResponse> = async () => json(503, { error: "Starting." });
  const server = createHttpServer((request) => handle(request));
  // The port comes first: where it is taken, another simulator may be writing to the folder.
  const port = await listen(server, options.port, host);
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  const store = await openStore(options.dataFolder, Date.now()).catch((error: unknown) => {
    server.close();
    throw error;
  });
  const engine = startEngine({
    store,
    behaviour: { ...quietBehaviour, ...options.behaviour },
    publicUrl: (options.publicUrl ?? url).replace(/\/$/, ""),
    webhook: options.webhook ?? null,
    retryBaseMs: options.retryBaseMs ?? 1000,
  });
  const api = createApi(engine);
  handle = (request) => {
    if (request.path.startsWith("/_simulator/")) return handleControl(engine, request);
    if (/^\/(c|receipts)\//.test(request.path)) return handlePage(engine, request);
    return api(request);
  };
  return {
    port,
    url,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      await engine.stop();
    },
  };
}
