import type { Metadata } from "next";
import { Suspense } from "react";
import { ChoosePasswordForm } from "@/components/studio/choose-password-form";
import { Skeleton } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { loadPasswordLinkName } from "@/lib/features/accounts/loaders";

// The link must not travel to another site in a Referer.
export const metadata: Metadata = { title: "Choose a password", referrer: "no-referrer" };

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export default function ChoosePasswordPage({ searchParams }: Props) {
  return (
    <>
      <h1 className="font-display text-3xl">Choose a password</h1>
      <Suspense fallback={<Skeleton className="h-44" />}>
        <Choice searchParams={searchParams} />
      </Suspense>
    </>
  );
}

async function Choice({ searchParams }: Props) {
  const { token } = await searchParams;
  const name = typeof token === "string" ? await loadPasswordLinkName(token) : null;
  if (name === null || typeof token !== "string") {
    return (
      <>
        <p>This link has been used already, or is too old. The owner can send you a new one.</p>
        <TextLink href="/sign-in">Sign in</TextLink>
      </>
    );
  }
  return (
    <>
      <p>For {name}. You will be signed in here, and signed out everywhere else.</p>
      <ChoosePasswordForm token={token} />
    </>
  );
}
