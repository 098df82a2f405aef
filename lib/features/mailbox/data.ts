import { Temporal } from "temporal-polyfill";
import { getPasswordHash } from "@/lib/features/accounts/data";
import type { MailContent, MailContext } from "@/lib/features/mailbox/schema";
import { db } from "@/lib/platform/db";
import { getEnv } from "@/lib/platform/env";
import { signPasswordLink } from "@/lib/platform/password-link";

/** null: the account that the mail is about is gone or disabled. */
export async function getMailContext(content: MailContent): Promise<MailContext | null> {
  const workshop = await db.workshop.findUniqueOrThrow({ where: { id: 1 } });
  const { APP_URL: url } = getEnv();
  const shop = {
    name: workshop.name,
    email: workshop.email,
    phone: workshop.phone,
    address: [
      workshop.line1,
      workshop.line2,
      [workshop.city, workshop.region, workshop.postalCode].filter(Boolean).join(" "),
    ].filter((line): line is string => Boolean(line)),
    url,
  };
  if (content.template !== "studio-welcome" && content.template !== "password-reset") {
    return { shop, passwordLink: null };
  }
  const { userId, linkExpiresAt } = content.data;
  const passwordHash = await getPasswordHash(userId);
  if (!passwordHash) return null;
  const expiresAt = Temporal.Instant.from(linkExpiresAt);
  const token = signPasswordLink({ userId, passwordHash, expiresAt }, getEnv().AUTH_SECRET);
  return { shop, passwordLink: `${url}/choose-password?token=${encodeURIComponent(token)}` };
}
