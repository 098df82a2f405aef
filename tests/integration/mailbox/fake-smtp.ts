import { createServer, type Server } from "node:net";

export type FakeSmtp = {
  url: string;
  /** what came after DATA, one a mail */
  received: string[];
  close(): Promise<void>;
};

/** Just enough of RFC 5321 for one mail at a time; `refuse` answers a command with its line instead of yes. */
export async function startFakeSmtp(refuse: Record<string, string> = {}): Promise<FakeSmtp> {
  const received: string[] = [];
  const server = createServer((socket) => {
    let data: string | null = null;
    socket.write("220 fake ready\r\n");
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      if (data !== null) {
        data += chunk.toString("utf8");
        if (!data.endsWith("\r\n.\r\n")) return;
        received.push(data.slice(0, -5));
        data = null;
        return void socket.write("250 taken\r\n");
      }
      const command = chunk.toString("utf8").split(/[\s:]/)[0]?.toUpperCase() ?? "";
      const no = refuse[command];
      if (no) return void socket.write(`${no}\r\n`);
      if (command === "DATA") data = "";
      socket.write(command === "DATA" ? "354 go on\r\n" : command === "QUIT" ? "221 bye\r\n" : "250 yes\r\n");
    });
  });
  const port = await listen(server);
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
}
