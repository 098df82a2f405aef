import { Temporal } from "temporal-polyfill";
import { renderMail } from "@/components/email/render-mail";
import { readLocalMail } from "@/lib/adapters/mail/local-mailer";
import { addressLines } from "@/lib/domain/address";
import { getPasswordHash } from "@/lib/features/accounts/data";
import { codeOfCard } from "@/lib/features/gift-cards/code";
import {
  accountTemplates,
  dayTemplates,
  type MailContent,
  type MailContext,
  type MailListItem,
  type MailView,
  readMailData,
  templateLabels,
} from "@/lib/features/mailbox/schema";
import { tellPromised } from "@/lib/features/orders/promised";
import { readOrder } from "@/lib/features/orders/read-order";
import { proposalToken } from "@/lib/features/proposals/link";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { getEnv } from "@/lib/platform/env";
import { signPasswordLink } from "@/lib/platform/password-link";
import { routes } from "@/lib/platform/routes";

/** What a mail says, with the order's link as it is now: the one it was queued with may have been closed meanwhile. */
export async function readMailContent(mail: {
  template: string;
  data: unknown;
  orderId: string | null;
}): Promise<MailContent> {
  const content = readMailData(mail.template, mail.data);
  if (!mail.orderId || !("token" in content.data)) return content;
  const order = await db.order.findUnique({ where: { id: mail.orderId }, select: { token: true } });
  if (!order) return content;
  return readMailData(mail.template, { ...content.data, token: order.token });
}

/** null: the account that the mail is about is gone or disabled. */
export async function getMailContext(
  content: MailContent,
  now: Temporal.Instant,
): Promise<MailContext | null> {
  const workshop = await db.workshop.findUniqueOrThrow({ where: { id: 1 } });
  const { APP_URL: url } = getEnv();
  const shop = {
    name: workshop.name,
    email: workshop.email,
    phone: workshop.phone,
    // The first line is the name, which stands beside it anyway.
    address: addressLines(workshop).slice(1),
    url,
  };
  const plain = { shop, passwordLink: null, proposalLink: null, giftCode: null, parcels: [] };
  if (content.template === "gift-card") return { ...plain, giftCode: codeOfCard(content.data.cardId) };
  if (content.template !== "studio-welcome" && content.template !== "password-reset") {
    const proposalLink =
      "proposalId" in content.data
        ? `${url}${routes.proposal(proposalToken(content.data.proposalId))}`
        : null;
    return { ...plain, proposalLink, parcels: await readParcels(content, now) };
  }
  const { userId, linkExpiresAt } = content.data;
  const passwordHash = await getPasswordHash(userId);
  if (!passwordHash) return null;
  const expiresAt = Temporal.Instant.from(linkExpiresAt);
  const token = signPasswordLink({ userId, passwordHash, expiresAt }, getEnv().AUTH_SECRET);
  return { ...plain, passwordLink: `${url}/choose-password?token=${encodeURIComponent(token)}` };
}

async function readParcels(content: MailContent, now: Temporal.Instant): Promise<MailContext["parcels"]> {
  const speaksOfDays = dayTemplates.some((template) => template === content.template);
  const order = speaksOfDays && "token" in content.data ? await readOrder(content.data.token) : null;
  if (!order) return [];
  return (await tellPromised(order, now)).filter(({ state }) => state === "here");
}

export const MAILS_A_PAGE = 50;

/** The newest first. Account mails hold links that open an account: for the owner's eyes only. */
export async function listMails({
  page,
  withAccountMails,
}: {
  page: number;
  withAccountMails: boolean;
}): Promise<{ mails: MailListItem[]; total: number }> {
  const where = withAccountMails ? {} : { template: { notIn: [...accountTemplates] } };
  const [rows, total] = await Promise.all([
    db.mail.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      skip: (page - 1) * MAILS_A_PAGE,
      take: MAILS_A_PAGE,
      include: { order: { select: { number: true } } },
    }),
    db.mail.count({ where }),
  ]);
  return { mails: rows.map(toListItem), total };
}

export async function getMail(
  id: string,
  { withAccountMails }: { withAccountMails: boolean },
): Promise<MailView | null> {
  const row = await db.mail.findUnique({ where: { id }, include: { order: { select: { number: true } } } });
  if (!row) return null;
  const aboutAccount = accountTemplates.some((template) => template === row.template);
  if (aboutAccount && !withAccountMails) return null;
  const queuedAt = row.createdAt.toISOString();
  const sent = await readLocalMail(getEnv().DATA_DIR, { id, template: row.template, queuedAt });
  const content = sent ?? (aboutAccount ? null : await renderAgain(row));
  return { ...toListItem(row), subject: row.subject, content };
}

/** As it would be written now: sent by a mail server, or still waiting, it lies nowhere. */
async function renderAgain(row: { template: string; data: unknown; orderId: string | null }) {
  const content = await readMailContent(row);
  const context = await getMailContext(content, now());
  return context && renderMail(content, context);
}

type MailRow = Awaited<ReturnType<typeof db.mail.findFirstOrThrow>> & { order: { number: string } | null };

function toListItem(row: MailRow): MailListItem {
  const labels: Partial<Record<string, string>> = templateLabels;
  return {
    id: row.id,
    template: row.template,
    label: labels[row.template] ?? row.template,
    recipient: row.recipient,
    subject: row.subject,
    status: row.status,
    lastError: row.lastError,
    orderNumber: row.order?.number ?? null,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  };
}

export function countFailedMails({ withAccountMails }: { withAccountMails: boolean }): Promise<number> {
  const where = withAccountMails ? {} : { template: { notIn: [...accountTemplates] } };
  return db.mail.count({ where: { ...where, status: "FAILED" } });
}
