import type { Metadata } from "next";
import { SignInForm } from "@/components/studio/sign-in-form";
import { Notice } from "@/components/ui/notice";
import { signInAction } from "@/lib/features/accounts/actions";
import { readAnswer } from "@/lib/platform/form-answer";

export const metadata: Metadata = { title: "Sign in to the studio" };

// Rendered whole before it is sent, so that it works without scripts.
export const instant = false;

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const [{ signedOut, next }, answer] = await Promise.all([searchParams, readAnswer(signInAction)]);
  return (
    <>
      <h1 className="font-display text-3xl">Sign in to the studio</h1>
      {signedOut !== undefined ? (
        <Notice role="status">You are signed out.</Notice>
      ) : (
        next !== undefined && <Notice role="status">Please sign in to go on.</Notice>
      )}
      <SignInForm answer={answer} />
      <p className="text-ink-faint text-sm">
        Forgotten your password? The owner can send you a link to choose a new one.
      </p>
    </>
  );
}
