import type { Metadata } from "next";
import { ChoosePasswordForm } from "@/components/studio/choose-password-form";
import { TextLink } from "@/components/ui/text-link";
import { choosePasswordAction } from "@/lib/features/accounts/actions";
import { loadPasswordLinkName } from "@/lib/features/accounts/loaders";
import { readAnswer } from "@/lib/platform/form-answer";
import { routes } from "@/lib/platform/routes";

// The link must not travel to another site in a Referer.
export const metadata: Metadata = { title: "Choose a password", referrer: "no-referrer" };

// Rendered whole before it is sent, so that it works without scripts.
export const instant = false;

export default async function ChoosePasswordPage({ searchParams }: PageProps<"/choose-password">) {
  const { token } = await searchParams;
  const name = typeof token === "string" ? await loadPasswordLinkName(token) : null;
  return (
    <>
      <h1 className="font-display text-3xl">Choose a password</h1>
      {name === null || typeof token !== "string" ? (
        <>
          <p>This link has been used already, or is too old. The owner can send you a new one.</p>
          <TextLink href={routes.signIn}>Sign in</TextLink>
        </>
      ) : (
        <>
          <p>For {name}. You will be signed in here, and signed out everywhere else.</p>
          <ChoosePasswordForm token={token} answer={await readAnswer(choosePasswordAction)} />
        </>
      )}
    </>
  );
}
