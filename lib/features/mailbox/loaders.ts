import { getMail, listMails, MAILS_A_PAGE } from "@/lib/features/mailbox/data";
import type { MailListItem, MailView } from "@/lib/features/mailbox/schema";
import { requireStaff } from "@/lib/platform/auth";

export async function loadMails(page: number): Promise<{ mails: MailListItem[]; pages: number }> {
  const { role } = await requireStaff("ARTISAN", "/studio/mail");
  const { mails, total } = await listMails({ page, withAccountMails: role === "OWNER" });
  return { mails, pages: Math.max(1, Math.ceil(total / MAILS_A_PAGE)) };
}

export async function loadMail(id: string): Promise<MailView | null> {
  const { role } = await requireStaff("ARTISAN", `/studio/mail/${id}`);
  return getMail(id, { withAccountMails: role === "OWNER" });
}
