import type { Metadata } from "next";
import { SetUpForm } from "@/components/studio/set-up-form";
import { TextLink } from "@/components/ui/text-link";
import { setUpWorkshopAction } from "@/lib/features/accounts/set-up-actions";
import { loadIsSetUp } from "@/lib/features/workshop/set-up-loader";
import { readAnswer } from "@/lib/platform/form-answer";
import { routes } from "@/lib/platform/routes";

export const metadata: Metadata = { title: "Set up your workshop" };

// Rendered whole before it is sent, so that it works without scripts.
export const instant = false;

/** An empty shop's first page. Whoever comes first is the owner; for anybody after, it is only a way to the sign-in. */
export default async function SetUpPage() {
  if (await loadIsSetUp()) return <SetUpAlready />;
  return (
    <>
      <div className="grid gap-2">
        <h1 className="font-display text-3xl">Set up your workshop</h1>
        <p className="text-ink-soft">
          A few facts, and the bench is ready. All of it but the currency can be changed later, in the
          studio’s settings.
        </p>
      </div>
      <SetUpForm answer={await readAnswer(setUpWorkshopAction)} />
    </>
  );
}

function SetUpAlready() {
  return (
    <>
      <h1 className="font-display text-3xl">This workshop is set up</h1>
      <TextLink href={routes.signIn}>Sign in to the studio</TextLink>
    </>
  );
}
