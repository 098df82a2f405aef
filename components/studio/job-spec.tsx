import { Picture } from "@/components/shop/picture";
import { PictureNote } from "@/components/shop/picture-note";
import { EngravingFiles } from "@/components/studio/engraving-files";
import type { PiecePicture } from "@/lib/features/previews/schema";
import type { JobView } from "@/lib/features/workshop/views";

/** The very words that the shopper saw, and nothing besides. */
export function JobSpec({ job, picture }: { job: JobView; picture: PiecePicture | null }) {
  return (
    <>
      {picture && (
        <figure className="mb-4">
          <Picture picture={picture} sizes="(min-width: 768px) 36vw, 92vw" className="max-h-80 rounded-md" />
          <figcaption>
            <PictureNote picture={picture} className="mt-1" />
          </figcaption>
        </figure>
      )}
      <SpecWords spec={job.spec} />
      <EngravingFiles job={job} />
      {job.gift && (
        <p className="mt-3 border-line border-t pt-3">
          <span className="font-medium">A gift.</span>{" "}
          {job.giftMessage ? <>Message for the card: “{job.giftMessage}”</> : "Without a message."}
        </p>
      )}
      <p className="mt-3 text-ink-faint text-xs" title={job.specHash}>
        Spec {job.specHash.slice(0, 12)}
      </p>
    </>
  );
}

export function SpecWords({ spec }: { spec: readonly { label: string; value: string }[] }) {
  return (
    <dl className="grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-5 gap-y-1.5">
      {spec.map(({ label, value }, index) => (
        <div key={`${index} ${label}`} className="contents">
          <dt className="text-ink-faint">{label}</dt>
          {/* What is engraved is shown space for space. */}
          <dd className="whitespace-pre-wrap font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
