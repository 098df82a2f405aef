import { lowerFirst } from "@/lib/domain/sentence";
import type { JobView } from "@/lib/features/workshop/views";
import { studioRoutes } from "@/lib/platform/studio-routes";

/** Downloads, and so no links of the router's: it would fetch them ahead as pages. */
export function EngravingFiles({ job }: { job: Pick<JobView, "number" | "engravings"> }) {
  return job.engravings.map(({ zone, label }) => (
    <p key={zone} className="mt-3 border-line border-t pt-2">
      <span className="text-ink-faint">Engraving file, {lowerFirst(label)}</span>
      <span className="flex gap-5">
        {(["svg", "dxf"] as const).map((format) => (
          <a
            key={format}
            href={studioRoutes.engravingFile(job.number, zone, format)}
            className="ink-link inline-flex min-h-11 items-center"
            aria-label={`Engraving file (${format.toUpperCase()}), ${lowerFirst(label)}`}
            download
          >
            Engraving file ({format.toUpperCase()})
          </a>
        ))}
      </span>
    </p>
  ));
}
