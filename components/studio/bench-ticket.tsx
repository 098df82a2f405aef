import { Picture } from "@/components/shop/picture";
import { PictureNote } from "@/components/shop/picture-note";
import { durationWords } from "@/components/studio/duration";
import { SpecWords } from "@/components/studio/job-spec";
import { PrintBar } from "@/components/studio/print-bar";
import { dayWords } from "@/lib/domain/day-words";
import type { PiecePicture } from "@/lib/features/previews/schema";
import type { JobView } from "@/lib/features/workshop/views";
import { studioRoutes } from "@/lib/platform/studio-routes";

/** A5, to lie beside the piece: what to make, in the words the shopper saw, with boxes to tick. No prices. */
export function BenchTicket({ job, picture }: { job: JobView; picture: PiecePicture | null }) {
  return (
    <>
      <PrintBar back={studioRoutes.job(job.number)} backLabel="Back to the piece">
        {(["a5", "a6"] as const).map((paper) => (
          <a
            key={paper}
            href={studioRoutes.ticketPdf(job.number, paper)}
            className="ink-link inline-flex min-h-11 items-center"
          >
            As PDF ({paper.toUpperCase()})
          </a>
        ))}
      </PrintBar>
      <article className="sheet sheet-a5">
        <header className="flex items-start justify-between gap-4 border-b-2 pb-2">
          <div>
            <h1 className="font-semibold text-2xl tabular-nums">{job.number}</h1>
            <p className="font-medium text-base">
              {job.productName}
              {job.pieces > 1 && `, piece ${job.pieceIndex} of ${job.pieces}`}
            </p>
          </div>
          <p className="text-end">
            Leaves by
            <span className="block whitespace-nowrap font-semibold text-lg">{dayWords(job.dueOn)}</span>
            {job.rush && <span className="font-semibold">RUSH</span>}
          </p>
        </header>
        <div className="grid grid-cols-[1fr_34%] gap-4 py-3">
          <div className="min-w-0">
            <SpecWords spec={job.spec} />
            {job.gift && (
              <p className="mt-3 border p-2">
                Gift: no prices in the parcel.
                {job.giftMessage && <span className="block">Card: “{job.giftMessage}”</span>}
              </p>
            )}
          </div>
          {picture && (
            <figure>
              <Picture picture={picture} sizes="220px" lead className="aspect-square" />
              <figcaption>
                <PictureNote picture={picture} className="mt-1" />
              </figcaption>
            </figure>
          )}
        </div>
        <StageBoxes job={job} />
        {job.notes.length > 0 && (
          <ul className="mt-3 border-t pt-2">
            {job.notes.map((note) => (
              <li key={note.noteId} className="whitespace-pre-wrap">
                {note.byName}: {note.body}
              </li>
            ))}
          </ul>
        )}
        <footer className="mt-auto pt-3 text-xs">
          Order {job.orderNumber} · spec {job.specHash.slice(0, 16)}
        </footer>
      </article>
    </>
  );
}

function StageBoxes({ job }: { job: JobView }) {
  return (
    <table className="w-full border-collapse text-start">
      <thead>
        <tr className="border-y">
          <th className="w-8 py-1">
            <span className="sr-only">Done</span>
          </th>
          <th className="py-1 text-start font-medium">Stage</th>
          <th className="py-1 text-start font-medium">Usually</th>
          <th className="py-1 text-start font-medium">By</th>
          <th className="w-1/5 py-1 text-start font-medium">Minutes</th>
        </tr>
      </thead>
      <tbody>
        {job.stages.map((stage) => (
          <tr key={stage.position} className="border-b">
            <td className="py-1.5">
              <span
                aria-hidden="true"
                className="flex size-4 items-center justify-center border font-semibold text-xs leading-none"
              >
                {stage.status === "DONE" ? "✓" : ""}
              </span>
              <span className="sr-only">{stage.status === "DONE" ? "done" : "to do"}</span>
            </td>
            <td className="py-1.5 font-medium">
              {stage.label}
              {stage.round > 1 && `, round ${stage.round}`}
            </td>
            <td className="py-1.5">{durationWords(stage.typicalMinutes, stage.kind)}</td>
            <td className="py-1.5">{stage.artisanName}</td>
            <td className="py-1.5">{stage.actualMinutes === null ? "" : Math.round(stage.actualMinutes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
