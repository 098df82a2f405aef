import type { Metadata } from "next";
import { Suspense } from "react";
import { SignInForm } from "@/components/studio/sign-in-form";
import { SignedOutNotice } from "@/components/studio/signed-out-notice";

export const metadata: Metadata = { title: "Sign in to the studio" };

export default function SignInPage() {
  return (
    <>
      <h1 className="font-display text-3xl">Sign in to the studio</h1>
      <Suspense>
        <SignedOutNotice />
      </Suspense>
      <SignInForm />
      <p className="text-ink-faint text-sm">
        Forgotten your password? The owner can send you a link to choose a new one.
      </p>
    </>
  );
}
