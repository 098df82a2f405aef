import { Nowhere } from "@/components/studio/nowhere";
import { LinkButton } from "@/components/ui/link-button";
import { studioRoutes } from "@/lib/platform/studio-routes";

export default function StudioNotFound() {
  return (
    <Nowhere
      title="There is nothing here"
      actions={
        <LinkButton href={studioRoutes.jobs} variant="secondary">
          All pieces
        </LinkButton>
      }
    >
      <p>Perhaps the number was mistyped, or the piece belongs to another workshop.</p>
    </Nowhere>
  );
}
