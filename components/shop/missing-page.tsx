import { LinkButton } from "@/components/ui/link-button";
import { routes } from "@/lib/platform/routes";

/** Sent along with every page of the app, so it stays small. */
export function MissingPage() {
  return (
    <div className="mx-auto grid min-h-[70dvh] max-w-page content-center gap-5 px-5 py-16 sm:px-8">
      <h1 className="max-w-[16ch] font-display text-4xl">There is nothing at this address</h1>
      <p className="max-w-text text-ink-soft text-lg">
        A piece may have left the shop, or a letter of the address went missing on the way.
      </p>
      <div className="flex flex-wrap gap-3">
        <LinkButton href={routes.shop}>See the pieces</LinkButton>
        <LinkButton href={routes.home} variant="secondary">
          To the front page
        </LinkButton>
      </div>
    </div>
  );
}
