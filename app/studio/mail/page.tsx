import type { Metadata } from "next";
import { Suspense } from "react";
import { MailList } from "@/components/studio/mail-list";
import { Nothing, PageHead } from "@/components/studio/page-head";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { readPage } from "@/components/studio/read-page";
import { Pagination } from "@/components/ui/pagination";
import { loadMails } from "@/lib/features/mailbox/loaders";
import { loadTimeZone } from "@/lib/features/workshop/studio-loaders";

export const metadata: Metadata = { title: "Mail" };

type Props = { searchParams: Promise<{ page?: string | string[] }> };

export default function MailPage(props: Props) {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <MailContent {...props} />
    </Suspense>
  );
}

async function MailContent({ searchParams }: Props) {
  const page = readPage((await searchParams).page);
  const [{ mails, pages }, timeZone] = await Promise.all([loadMails(page), loadTimeZone()]);
  return (
    <>
      <PageHead title="Mail" lead="What the shop has written, the newest first." />
      {mails.length > 0 ? (
        <MailList mails={mails} timeZone={timeZone} />
      ) : (
        <Nothing>Nothing has been written yet.</Nothing>
      )}
      <Pagination
        page={page}
        pages={pages}
        hrefOf={(other) => `/studio/mail?page=${other}`}
        label="Pages of mails"
      />
    </>
  );
}
