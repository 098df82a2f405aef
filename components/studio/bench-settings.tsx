import { ArtisanForm } from "@/components/studio/artisan-form";
import { clock } from "@/components/studio/clock";
import { MoreOptions } from "@/components/studio/more-options";
import { PageHead, Panel } from "@/components/studio/page-head";
import { TimeOffList } from "@/components/studio/time-off-list";
import { Badge } from "@/components/ui/badge";
import type { StageView } from "@/lib/features/workshop/schema";
import type { ArtisanView } from "@/lib/features/workshop/views";

type Props = { artisans: readonly ArtisanView[]; stages: readonly StageView[] };

export function BenchSettings({ artisans, stages }: Props) {
  return (
    <>
      <PageHead
        title="Bench"
        lead="Who makes, what they can do, and when they are here: every date comes from this."
      />
      <div className="grid max-w-5xl gap-5">
        {artisans.map((artisan) => (
          <Panel
            key={artisan.id}
            title={artisan.name}
            aside={artisan.active ? (artisan.userName ?? "doesn’t sign in") : <Badge>has left</Badge>}
          >
            <p className="mb-1">{skillWords(artisan.skills, stages)}</p>
            <p className="mb-3 text-ink-soft">{hoursWords(artisan.hours)}</p>
            <TimeOffList artisan={artisan} />
            <MoreOptions label="Change skills and hours" wide>
              <ArtisanForm artisan={artisan} stages={stages} />
            </MoreOptions>
          </Panel>
        ))}
        <Panel>
          <MoreOptions label="Add an artisan" look="secondary" wide>
            <ArtisanForm artisan={null} stages={stages} />
          </MoreOptions>
        </Panel>
      </div>
    </>
  );
}

function skillWords(skills: readonly string[], stages: readonly StageView[]): string {
  const labels = stages
    .filter(({ skill }) => skill !== null && skills.includes(skill))
    .map(({ label }) => label);
  return labels.length > 0 ? labels.join(", ") : "No skills yet: nothing can be given to this bench.";
}

const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

function hoursWords(hours: ArtisanView["hours"]): string {
  if (hours.length === 0) return "No working hours yet.";
  const byDay = days.flatMap((day, index) => {
    const blocks = hours.filter(({ weekday }) => weekday === index + 1);
    if (blocks.length === 0) return [];
    return [
      `${day} ${blocks.map((block) => `${clock(block.startMinute)}–${clock(block.endMinute)}`).join(", ")}`,
    ];
  });
  return byDay.join(" · ");
}
