import type { Metadata } from "next";
import { type ReactNode, Suspense } from "react";
import { SignOutButton } from "@/components/studio/sign-out-button";
import { StudioHeader } from "@/components/studio/studio-header";
import { StudioKeys } from "@/components/studio/studio-keys";
import { loadStaff } from "@/lib/features/accounts/loaders";
import "@/components/studio/sheet.css";

export const metadata: Metadata = {
  title: { template: "%s · Studio", default: "Studio" },
  robots: { index: false },
};

export default function StudioLayout({ children }: { children: ReactNode }) {
  return (
    <div className="min-h-dvh text-sm">
      <a
        href="#work"
        className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-paper-raised focus:p-3"
      >
        Skip to the work
      </a>
      <StudioKeys />
      <Suspense fallback={<StudioHeader staffRole={null} />}>
        <SignedInHeader />
      </Suspense>
      <main id="work" className="mx-auto w-full max-w-[96rem] px-4 pt-5 pb-16 sm:px-6 print:p-0">
        {children}
      </main>
    </div>
  );
}

async function SignedInHeader() {
  const { name, role } = await loadStaff();
  return (
    <StudioHeader staffRole={role} name={name}>
      <SignOutButton />
    </StudioHeader>
  );
}
