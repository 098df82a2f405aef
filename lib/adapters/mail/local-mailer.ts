import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Mailer, OutgoingMail } from "@/lib/adapters/mail/outgoing-mail";

type Named = Pick<OutgoingMail, "id" | "template" | "queuedAt">;
export type LocalMail = { html: string; text: string };

/** Three files a mail: .html, .txt and, written last, .json with the rest. Sending again writes the same ones. */
export function createLocalMailer(dataDir: string): Mailer {
  return {
    async send(mail) {
      const base = basePath(dataDir, mail);
      await mkdir(path.dirname(base), { recursive: true, mode: 0o700 });
      const { html, text, ...rest } = mail;
      await writeWhole(`${base}.html`, html);
      await writeWhole(`${base}.txt`, text);
      await writeWhole(`${base}.json`, `${JSON.stringify(rest, null, 2)}\n`);
      return { ok: true };
    },
  };
}

/** What was "sent"; null where it went by SMTP, or from another machine. */
export async function readLocalMail(dataDir: string, mail: Named): Promise<LocalMail | null> {
  const base = basePath(dataDir, mail);
  try {
    const [html, text] = await Promise.all([
      readFile(`${base}.html`, "utf8"),
      readFile(`${base}.txt`, "utf8"),
    ]);
    return { html, text };
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return null;
    throw error;
  }
}

function basePath(dataDir: string, { id, template, queuedAt }: Named): string {
  const moment = queuedAt.slice(0, 19).replaceAll(":", "");
  return path.join(/* turbopackIgnore: true */ dataDir, "mail", `${moment}-${template}-${id}`);
}

async function writeWhole(file: string, content: string): Promise<void> {
  // Links in it open orders and accounts: nobody else on this machine reads them.
  await writeFile(`${file}.part`, content, { mode: 0o600 });
  await rename(`${file}.part`, file);
}
