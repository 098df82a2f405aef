"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "./button";
import type { ButtonSize, ButtonVariant } from "./button-class";

type DialogProps = {
  id: string;
  title: ReactNode;
  /** what the button that opens it says */
  trigger: ReactNode;
  triggerVariant?: ButtonVariant;
  triggerSize?: ButtonSize;
  closeLabel?: string;
  children: ReactNode;
};

/** The browser's own dialog: focus, Escape and the rest of the page are its business. */
export function Dialog({
  id,
  title,
  trigger,
  triggerVariant = "secondary",
  triggerSize,
  closeLabel = "Close",
  children,
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);

  // Next keeps a page that was left, mounted but hidden: an open dialog would be there on the way back.
  useEffect(() => () => dialog.current?.close(), []);

  return (
    <>
      <Button
        variant={triggerVariant}
        {...(triggerSize ? { size: triggerSize } : {})}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {trigger}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={`${id}-title`}
        className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-lg border border-line bg-paper-raised p-6 text-ink shadow-raised sm:p-8"
      >
        <div className="flex items-start justify-between gap-6">
          <h2 id={`${id}-title`} className="font-display text-xl">
            {title}
          </h2>
          <Button variant="quiet" onClick={() => dialog.current?.close()}>
            {closeLabel}
          </Button>
        </div>
        <div className="mt-4">{children}</div>
      </dialog>
    </>
  );
}
