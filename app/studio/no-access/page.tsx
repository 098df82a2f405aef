import type { Metadata } from "next";
import { Nowhere } from "@/components/studio/nowhere";
import { LinkButton } from "@/components/ui/link-button";
import { studioRoutes } from "@/lib/platform/studio-routes";

export const metadata: Metadata = { title: "The owner’s business" };

/** Answered with status 403 where the proxy finds the wrong role. */
export default function NoAccessPage() {
  return (
    <Nowhere
      title="This is the owner’s business"
      actions={
        <LinkButton href={studioRoutes.today} variant="secondary">
          Back to today
        </LinkButton>
      }
    >
      <p>
        Settings, people, products and refunds are for the owner alone. If you need something here, ask them.
      </p>
    </Nowhere>
  );
}
