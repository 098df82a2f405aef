import Link from "next/link";
import { Moment } from "@/components/studio/moment";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/notice";
import { type MailListItem, mailStatusLabels } from "@/lib/features/mailbox/schema";
import { studioRoutes } from "@/lib/platform/studio-routes";

const tones: Record<MailListItem["status"], Tone> = {
  QUEUED: "warning",
  SENT: "positive",
  FAILED: "danger",
};

export function MailList({ mails, timeZone }: { mails: readonly MailListItem[]; timeZone: string }) {
  return (
    <ul className="mb-5 divide-y divide-line border-line border-y">
      {mails.map((mail) => (
        <li key={mail.id}>
          <Link
            href={studioRoutes.mail(mail.id)}
            className="grid min-h-14 items-center gap-x-4 gap-y-1 px-2 py-2 hover:bg-paper-sunk sm:grid-cols-[6rem_1fr_14rem_9rem]"
          >
            <span>
              <MailStatus status={mail.status} />
            </span>
            <span className="min-w-0">
              <span className="block truncate font-medium">{mail.subject ?? mail.label}</span>
              {mail.lastError && <span className="block truncate text-danger">{mail.lastError}</span>}
            </span>
            <span className="truncate text-ink-soft">{mail.recipient}</span>
            <span className="text-ink-faint sm:text-end">
              <Moment at={mail.createdAt} timeZone={timeZone} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function MailStatus({ status }: { status: MailListItem["status"] }) {
  return <Badge tone={tones[status]}>{mailStatusLabels[status]}</Badge>;
}
