import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { MailReader } from "@/components/studio/mail-reader";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { loadMail } from "@/lib/features/mailbox/loaders";
import { loadTimeZone } from "@/lib/features/workshop/studio-loaders";

export const metadata: Metadata = { title: "Mail" };

type Props = { params: Promise<{ id: string }> };

export default function MailViewPage(props: Props) {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <MailViewContent {...props} />
    </Suspense>
  );
}

async function MailViewContent({ params }: Props) {
  const mail = await loadMail((await params).id);
  if (!mail) notFound();
  return <MailReader mail={mail} timeZone={await loadTimeZone()} />;
}
