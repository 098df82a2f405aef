import { createServer } from "node:net";

/** Whether a server could listen on `port`, on every address or on this machine's own. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const host of ["127.0.0.1", "::1", "0.0.0.0", "::"]) {
    if (!(await canListen(port, host))) return false;
  }
  return true;
}

/** `wanted` if it is free, else one that the system picks, none of `taken`. */
export async function findFreePort(wanted: number | undefined, taken: number[]): Promise<number> {
  if (wanted !== undefined && (await isPortFree(wanted))) return wanted;
  for (;;) {
    const port = await systemPort();
    if (!taken.includes(port) && (await isPortFree(port))) return port;
  }
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 can't say that the port is taken there.
    server.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT"),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

function systemPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
