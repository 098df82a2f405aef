import type { Metadata } from "next";
import { Suspense } from "react";
import { ChangePasswordForm } from "@/components/studio/change-password-form";
import { KeyHelp } from "@/components/studio/key-help";
import { PageHead, Panel } from "@/components/studio/page-head";
import { PageSkeleton } from "@/components/studio/page-skeleton";
import { SessionList } from "@/components/studio/session-list";
import { loadMySessions, loadStaff } from "@/lib/features/accounts/loaders";
import { roleLabels } from "@/lib/features/accounts/schema";
import { loadTimeZone } from "@/lib/features/workshop/studio-loaders";

export const metadata: Metadata = { title: "Your account" };

export default function AccountPage() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <AccountContent />
    </Suspense>
  );
}

async function AccountContent() {
  const staff = await loadStaff("/studio/account");
  const [sessions, timeZone] = await Promise.all([loadMySessions(), loadTimeZone()]);
  return (
    <>
      <PageHead title={staff.name} lead={roleLabels[staff.role]} />
      <div className="grid gap-5 lg:grid-cols-2">
        <Panel title="Where you are signed in">
          <SessionList sessions={sessions} timeZone={timeZone} />
        </Panel>
        <Panel title="Change your password">
          <ChangePasswordForm />
        </Panel>
        <Panel title="Keys">
          <KeyHelp />
        </Panel>
      </div>
    </>
  );
}
