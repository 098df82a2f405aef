import type { UnderWay } from "@/components/studio/upload/use-uploads";
import { cx } from "@/components/ui/class-names";

export function UploadProgress({ files }: { files: readonly UnderWay[] }) {
  return (
    <ul aria-live="polite" className="grid gap-2 empty:hidden">
      {files.map(({ key, name, share, sent }) => (
        <li key={key} className="grid grid-cols-[minmax(0,1fr)_8rem] items-center gap-x-4 text-sm">
          <span className="truncate">{name}</span>
          {sent === null && (
            <progress value={share} max={1} aria-label={`Sending ${name}`} className="w-full accent-accent" />
          )}
          {sent && (
            <span className={cx("col-span-2", sent.ok ? "text-positive" : "text-danger")}>
              {sent.ok ? "It is here." : sent.message}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
