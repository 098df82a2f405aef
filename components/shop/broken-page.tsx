import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { routes } from "@/lib/platform/routes";

/** Says what a visitor can do. What went wrong is in the log, under the digest. */
export function BrokenPage({ digest, onRetry }: { digest: string | undefined; onRetry: () => void }) {
  return (
    <div
      role="alert"
      className="mx-auto grid min-h-[70dvh] max-w-page content-center gap-5 px-5 py-16 sm:px-8"
    >
      <h1 className="max-w-[16ch] font-display text-4xl">Something broke on our side</h1>
      <p className="max-w-text text-ink-soft text-lg">
        Nothing of yours is lost: bag and orders are kept. Try again, or come back in a few minutes.
      </p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={onRetry}>Try again</Button>
        {/* A whole new page: what broke is left behind. And every page carries this one, so it is kept light. */}
        <a href={routes.home} className={buttonClass({ variant: "secondary" })}>
          To the front page
        </a>
      </div>
      {digest && <p className="text-ink-faint text-sm">If you write to us, mention “{digest}”.</p>}
    </div>
  );
}
