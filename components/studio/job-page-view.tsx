import { ActionNotice, ActionScope } from "@/components/studio/action-form";
import { Due, JobBadges } from "@/components/studio/badges";
import { EventHistory } from "@/components/studio/event-history";
import { HoldControls, RushControl } from "@/components/studio/job-controls";
import { JobNotes } from "@/components/studio/job-notes";
import { JobPhotos } from "@/components/studio/job-photos";
import { JobSpec } from "@/components/studio/job-spec";
import { PageHead, Panel } from "@/components/studio/page-head";
import { PieceProposalsPanel } from "@/components/studio/piece-proposals";
import { StageList } from "@/components/studio/stage-list";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { dayWords } from "@/lib/domain/day-words";
import type { PiecePicture } from "@/lib/features/previews/schema";
import type { PieceProposals } from "@/lib/features/proposals/schema";
import { changeJobAction } from "@/lib/features/workshop/actions";
import type { JobView } from "@/lib/features/workshop/views";
import { studioRoutes } from "@/lib/platform/studio-routes";

type Props = {
  job: JobView;
  proposals: PieceProposals;
  picture: PiecePicture | null;
  ownBench: string | null;
  today: string;
  timeZone: string;
  uploadAnswer: string | undefined;
};

export function JobPageView({ job, proposals, picture, ownBench, today, timeZone, uploadAnswer }: Props) {
  return (
    <>
      <PageHead
        title={
          <span className="flex flex-wrap items-center gap-3">
            <span className="tabular-nums">{job.number}</span>
            <span className="flex flex-wrap gap-1.5 font-sans">
              <JobBadges job={job} />
            </span>
          </span>
        }
        lead={<Lead job={job} today={today} />}
      >
        <TextLink href={studioRoutes.order(job.orderNumber)} className="inline-flex min-h-11 items-center">
          Order {job.orderNumber}
        </TextLink>
        <LinkButton href={studioRoutes.ticket(job.number)} variant="secondary" size="sm">
          Bench ticket
        </LinkButton>
        {(job.status === "READY" || job.status === "SHIPPED") && (
          <a
            href={studioRoutes.certificate(job.number)}
            className={buttonClass({ variant: "secondary", size: "sm" })}
          >
            Certificate
          </a>
        )}
      </PageHead>
      {/* One column on a phone, in the order in which the bench asks; two beside each other from a tablet on. */}
      <div className="grid items-start gap-5 md:grid-cols-[3fr_2fr]">
        <div className="contents min-w-0 gap-5 md:grid">
          {/* One answer for every button below: it must outlive the button that was pressed. */}
          <ActionScope key={job.jobId} action={changeJobAction}>
            <ActionNotice />
            <Panel className="order-1" title="The work" aside={job.forecast.waitsFor}>
              {job.status === "READY" && (
                <LinkButton href={studioRoutes.order(job.orderNumber)} className="mb-3">
                  Send it on its way
                </LinkButton>
              )}
              <StageList job={job} ownBench={ownBench} timeZone={timeZone} />
              <div className="mt-4 flex flex-wrap items-start gap-3 empty:hidden">
                <HoldControls job={job} />
                <RushControl job={job} />
              </div>
            </Panel>
          </ActionScope>
          <PieceProposalsPanel className="order-2" job={job} proposals={proposals} timeZone={timeZone} />
          <Panel className="order-3" title="Notes">
            <JobNotes job={job} timeZone={timeZone} />
          </Panel>
          <Panel className="order-4" title="Photos" id="photos">
            <JobPhotos job={job} timeZone={timeZone} answer={uploadAnswer} />
          </Panel>
        </div>
        <div className="contents min-w-0 gap-5 md:grid">
          <Panel className="order-2">
            <JobSpec job={job} picture={picture} />
          </Panel>
          <Panel className="order-5" title="Dates">
            <Dates job={job} today={today} />
          </Panel>
          <Panel className="order-6" title="What happened">
            <EventHistory events={job.events} timeZone={timeZone} />
          </Panel>
        </div>
      </div>
    </>
  );
}

function Lead({ job, today }: { job: JobView; today: string }) {
  return (
    <>
      {job.productName}
      {job.pieces > 1 && `, piece ${job.pieceIndex} of ${job.pieces}`} for {job.buyerName} · due{" "}
      <Due on={job.dueOn} today={today} />
    </>
  );
}

function Dates({ job, today }: { job: JobView; today: string }) {
  const { expectedOn, badDayOn } = job.forecast;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5">
      <dt className="text-ink-faint">Promised to leave by</dt>
      <dd>{dayWords(job.promisedShipBy)}</dd>
      {job.dueOn !== job.promisedShipBy && (
        <>
          <dt className="text-ink-faint">Due, as told since</dt>
          <dd>
            <Due on={job.dueOn} today={today} />
          </dd>
        </>
      )}
      {expectedOn && job.status !== "READY" && (
        <>
          <dt className="text-ink-faint">Expected ready</dt>
          <dd>
            {dayWords(expectedOn)}
            {badDayOn && badDayOn !== expectedOn && `, on bad days ${dayWords(badDayOn)}`}
          </dd>
        </>
      )}
      {(job.status === "OPEN" || job.status === "ON_HOLD") && job.forecast.reason && (
        <>
          <dt className="text-ink-faint">Because</dt>
          <dd>
            {job.forecast.reason}
            {!expectedOn && ". No day is in sight."}
          </dd>
        </>
      )}
      {job.shipment && (
        <>
          <dt className="text-ink-faint">Left</dt>
          <dd>
            {job.shipment.carrier}, {job.shipment.trackingNumber} <Badge tone="positive">shipped</Badge>
          </dd>
        </>
      )}
    </dl>
  );
}
