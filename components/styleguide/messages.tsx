import { Specimen, Specimens } from "@/components/styleguide/specimen";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice, type Tone } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";

const tones: Tone[] = ["neutral", "accent", "positive", "warning", "danger"];

export function Messages() {
  return (
    <Specimens id="messages" title="Messages">
      <Specimen name="Notice">
        <div className="grid w-full gap-3 sm:grid-cols-2">
          {tones.map((tone) => (
            <Notice key={tone} tone={tone} title="The metal price has risen">
              Your price is kept until Thu 26 Nov.
            </Notice>
          ))}
        </div>
      </Specimen>
      <Specimen name="Badge">
        {tones.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
      </Specimen>
      <Specimen name="Skeleton">
        <Skeleton className="h-6 w-48" />
        <Skeleton className="size-24" />
      </Specimen>
      <EmptyState
        title="Nothing in the bag yet"
        actions={<LinkButton href="/styleguide">See the pieces</LinkButton>}
      >
        Every piece is made after you order it, so there is no hurry but your own.
      </EmptyState>
    </Specimens>
  );
}
