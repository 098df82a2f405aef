import { durationWords } from "@/components/studio/duration";
import { Moment } from "@/components/studio/moment";
import { StageControls } from "@/components/studio/stage-controls";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/class-names";
import type { JobStageView, JobView } from "@/lib/features/workshop/views";

type Props = { job: JobView; ownBench: string | null; timeZone: string };

export function StageList({ job, ownBench, timeZone }: Props) {
  const next = job.stages.find(({ status }) => status !== "DONE");
  const moves = job.status === "OPEN";
  return (
    <ol className="divide-y divide-line">
      {job.stages.map((stage) => {
        const isNext = stage === next;
        return (
          <li
            key={stage.position}
            className={cx("py-3", isNext && moves && "-mx-3 rounded-md bg-accent-tint px-3")}
          >
            <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
              <p className={cx("font-medium", stage.status === "PLANNED" && !isNext && "text-ink-soft")}>
                <span aria-hidden="true" className="me-2 inline-block w-4 text-center">
                  {marks[stage.status]}
                </span>
                {stage.label}
                {stage.round > 1 && <span className="font-normal text-ink-soft">, round {stage.round}</span>}{" "}
                <Outcome stage={stage} />
              </p>
              <StageTimes stage={stage} timeZone={timeZone} />
            </div>
            {isNext && moves && <StageControls job={job} stage={stage} ownBench={ownBench} />}
          </li>
        );
      })}
    </ol>
  );
}

const marks = { PLANNED: "○", STARTED: "◐", DONE: "●" } as const;

function Outcome({ stage }: { stage: JobStageView }) {
  if (stage.status === "STARTED") return <Badge>under way</Badge>;
  if (stage.passed === true) return <Badge tone="positive">passed</Badge>;
  if (stage.passed === false) return <Badge tone="danger">failed</Badge>;
  return stage.status === "DONE" ? <span className="sr-only">done</span> : null;
}

function StageTimes({ stage, timeZone }: { stage: JobStageView; timeZone: string }) {
  const { status, startedAt, doneAt, artisanName, actualMinutes, typicalMinutes, kind } = stage;
  if (status === "DONE") {
    return (
      <p className="text-ink-faint text-xs">
        {[artisanName, actualMinutes !== null && durationWords(actualMinutes, kind)]
          .filter(Boolean)
          .join(", ")}
        {doneAt && (
          <>
            {" · "}
            <Moment at={doneAt} timeZone={timeZone} />
          </>
        )}
      </p>
    );
  }
  if (status === "STARTED" && startedAt) {
    return (
      <p className="text-ink-soft text-xs">
        {artisanName && `${artisanName}, `}since <Moment at={startedAt} timeZone={timeZone} />
      </p>
    );
  }
  return <p className="text-ink-faint text-xs">usually {durationWords(typicalMinutes, kind)}</p>;
}
