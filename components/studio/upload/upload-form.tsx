"use client";

import { type DragEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { UploadProgress } from "@/components/studio/upload/upload-progress";
import { useUploads } from "@/components/studio/upload/use-uploads";
import { buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/class-names";
import { TextField } from "@/components/ui/text-field";
import { UPLOAD_ACCEPTS } from "@/lib/features/media/schema";

type UploadFormProps = {
  /** the route handler: server actions take no more than a megabyte */
  address: "/api/uploads" | "/api/uploads/pictures";
  fields: Record<string, string>;
  label: string;
  hint?: string;
  /** one file alone */
  single?: boolean;
  /** with a script every file is sent as soon as it is chosen; else when the form is */
  atOnce?: boolean;
  /** only one form of a page takes what is pasted */
  pasted?: boolean;
  submitLabel?: string;
  children?: ReactNode;
};

/** Photos by choosing, dropping, pasting or taking them. Without scripts it is a plain form. */
export function UploadForm({
  address,
  fields,
  label,
  hint,
  single = false,
  atOnce = false,
  pasted = false,
  submitLabel = "Upload",
  children,
}: UploadFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [ready, setReady] = useState(false);
  const [over, setOver] = useState(false);
  const { files, add } = useUploads(address, fields);
  const id = useId();
  useEffect(() => setReady(true), []);

  const take = (given: FileList | readonly File[] | null | undefined) => {
    const chosen = [...(given ?? [])].slice(0, single ? 1 : undefined);
    if (chosen.length === 0) return;
    if (atOnce) {
      add(chosen);
      // The same file may be chosen again.
      if (input.current) input.current.value = "";
      return;
    }
    const list = new DataTransfer();
    for (const file of chosen) list.items.add(file);
    if (input.current) input.current.files = list.files;
  };
  const latest = useRef(take);
  latest.current = take;

  useEffect(() => {
    if (!pasted) return;
    const paste = (event: ClipboardEvent) => {
      const given = event.clipboardData?.files;
      // Pages that were left stay in the document, hidden; and words are pasted into fields.
      if (!given?.length || !form.current?.checkVisibility()) return;
      event.preventDefault();
      latest.current(given);
    };
    // Beside the form a browser would leave the page to show the file.
    const stay = (event: globalThis.DragEvent) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    document.addEventListener("paste", paste);
    document.addEventListener("dragover", stay);
    document.addEventListener("drop", stay);
    return () => {
      document.removeEventListener("paste", paste);
      document.removeEventListener("dragover", stay);
      document.removeEventListener("drop", stay);
    };
  }, [pasted]);

  const drag = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer.files);
    },
  };

  return (
    <form
      ref={form}
      action={address}
      method="post"
      encType="multipart/form-data"
      className={cx(
        "grid gap-3 rounded-lg border border-line-strong border-dashed p-4",
        over && "border-accent bg-accent-tint",
      )}
      {...(ready ? drag : {})}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        ref={input}
        name="photo"
        label={label}
        hint={ready ? <Hint {...{ hint, pasted }} /> : hint}
        type="file"
        accept={UPLOAD_ACCEPTS}
        multiple={!single}
        required
        {...(atOnce ? { onChange: ({ currentTarget }) => take(currentTarget.files) } : {})}
      />
      {children}
      <div className="flex flex-wrap items-center gap-3">
        {!(ready && atOnce) && (
          <button type="submit" className={buttonClass({ variant: "secondary", size: "sm" })}>
            {submitLabel}
          </button>
        )}
        {ready && (
          // Only where a finger points: on a desk it would be the file chooser once more.
          <label
            htmlFor={`${id}-camera`}
            className={cx(
              buttonClass({ variant: "secondary", size: "sm" }),
              "hidden cursor-pointer focus-within:outline-2 focus-within:outline-accent pointer-coarse:inline-flex",
            )}
          >
            Take a photo
            <input
              id={`${id}-camera`}
              type="file"
              accept="image/*"
              capture="environment"
              className="sr-only"
              onChange={({ currentTarget }) => {
                take(currentTarget.files);
                currentTarget.value = "";
              }}
            />
          </label>
        )}
      </div>
      <UploadProgress files={files} />
    </form>
  );
}

/** A telephone has nothing to drop. */
function Hint({ hint, pasted }: { hint: string | undefined; pasted: boolean }) {
  return (
    <>
      {hint}{" "}
      <span className="pointer-coarse:hidden">
        {pasted ? "Or drop files here, or paste a picture." : "Or drop a file here."}
      </span>
    </>
  );
}
