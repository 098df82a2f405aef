"use client";

import { type ReactNode, useEffect, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { isWords, readFields } from "@/components/shop/personalize/fields";
import type { DrawnForm, PreviewedProduct } from "@/components/shop/preview/draw-form";
import { Drawing } from "@/components/shop/preview/drawing";
import { showsOtherwise } from "@/lib/domain/rig-slot";

type PiecePreviewProps = {
  product: PreviewedProduct;
  /** within it lie this preview and the form that it follows */
  scope: string;
  /** the photos beneath: which of them shows follows the chosen metal by a rule of CSS */
  children: ReactNode;
};

const loadDrawing = () => import("@/components/shop/preview/draw-form");

/**
 * The photo with what was chosen drawn into it: other stones in their settings, letters where they will be cut. The
 * drawing's code comes when there is something to draw. Nothing here takes room of its own, so nothing moves.
 */
export function PiecePreview({ product, scope, children }: PiecePreviewProps) {
  const [drawn, setDrawn] = useState<DrawnForm | null>(null);
  const label = useSettled(drawn?.label);

  useEffect(() => {
    const root = document.getElementById(scope);
    if (!root) return;
    let frame = 0;
    let drawing: ReturnType<Awaited<ReturnType<typeof loadDrawing>>["openDrawing"]> | null = null;
    let gone = false;

    const load = () =>
      loadDrawing().then(
        ({ openDrawing }) => {
          drawing ??= openDrawing(product, follow);
          if (!gone) follow();
        },
        // Offline: the photo stays, and the next change tries again.
        () => undefined,
      );
    const draw = () => {
      cancelAnimationFrame(frame);
      const form = root.querySelector("form");
      const fields = form ? readFields(form) : {};
      const next = drawing?.draw(fields);
      // At once, or React would take a frame more.
      if (next) flushSync(() => setDrawn(next));
      else if (differsFromPhoto(fields, product)) void load();
    };
    // A frame later the form has settled what follows from the change, and it is still the same paint.
    const follow = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(draw);
    };
    // From letters nothing else in the form follows: they needn't wait for the frame.
    const followInput = ({ target }: Event) =>
      target instanceof Element && isWords(target.getAttribute("name") ?? "") ? draw() : follow();
    const warm = ({ target }: Event) => {
      if (!drawing && target instanceof Element && target.getAttribute("name")?.startsWith("engraving."))
        void load();
    };

    follow();
    const events = ["change", "reset"];
    for (const name of events) root.addEventListener(name, follow);
    root.addEventListener("input", followInput);
    root.addEventListener("focusin", warm);
    return () => {
      gone = true;
      cancelAnimationFrame(frame);
      for (const name of events) root.removeEventListener(name, follow);
      root.removeEventListener("input", followInput);
      root.removeEventListener("focusin", warm);
    };
  }, [product, scope]);

  const shown = drawn && (drawn.stones || drawn.cut || drawn.flat.length > 0) ? drawn : null;
  return (
    <div
      className="relative overflow-hidden sm:rounded-sm"
      {...(shown ? { role: "img", "aria-label": label ?? shown.label } : {})}
    >
      {children}
      {shown && (
        <>
          <Layer markup={shown.stones} />
          <Layer markup={shown.cut} />
          {shown.flat.map((drawing) => (
            <FlatDrawing key={drawing.zone} drawing={drawing} scope={scope} />
          ))}
        </>
      )}
    </div>
  );
}

/** What has stood for a moment: nobody wants every letter read out, and a changed label costs the frame that it is in. */
function useSettled(value: string | undefined): string | undefined {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 400);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function Layer({ markup }: { markup: string }) {
  return (
    <Drawing
      viewBox="0 0 1000 1000"
      markup={markup}
      className="pointer-events-none absolute inset-0 size-full"
    />
  );
}

/** Beside its field, where it is typed: on a phone the photo is far above. */
function FlatDrawing({ drawing, scope }: { drawing: DrawnForm["flat"][number]; scope: string }) {
  const place = document.querySelector(`#${scope} [data-flat="${CSS.escape(drawing.zone)}"]`);
  if (!place) return null;
  const { viewBox, markup } = drawing;
  return createPortal(<Drawing viewBox={viewBox} markup={markup} className="size-full" />, place);
}

function differsFromPhoto(fields: Record<string, string>, { pictures }: PreviewedProduct): boolean {
  return Object.entries(fields).some(([name, value]) => {
    if (name === "stones.count")
      return pictures.some(
        ({ rig }) => Number(value) < (rig?.slots.filter((slot) => slot.pictured).length ?? 0),
      );
    if (name.startsWith("engraving.")) return name.endsWith(".text") && value !== "";
    return (
      name.startsWith("stone.") &&
      pictures.some(({ rig }) =>
        rig?.slots.some((slot) => `stone.${slot.id}` === name && showsOtherwise(slot, value || undefined)),
      )
    );
  });
}
