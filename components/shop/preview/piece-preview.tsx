"use client";

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import { readFields } from "@/components/shop/personalize/fields";
import type { DrawnForm, PreviewedProduct } from "@/components/shop/preview/draw-form";

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
    // A frame later the form has settled what follows from the change, and it is still the same paint.
    const follow = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const form = root.querySelector("form");
        const fields = form ? readFields(form) : {};
        const next = drawing?.draw(fields);
        // At once, or React would take a frame more.
        if (next) flushSync(() => setDrawn(next));
        else if (differsFromPhoto(fields, product)) void load();
      });
    };
    const warm = ({ target }: Event) => {
      if (!drawing && target instanceof Element && target.getAttribute("name")?.startsWith("engraving."))
        void load();
    };

    follow();
    const events = ["input", "change", "reset"];
    for (const name of events) root.addEventListener(name, follow);
    root.addEventListener("focusin", warm);
    return () => {
      gone = true;
      cancelAnimationFrame(frame);
      for (const name of events) root.removeEventListener(name, follow);
      root.removeEventListener("focusin", warm);
    };
  }, [product, scope]);

  const shown = drawn && (drawn.stones || drawn.cut || drawn.flat.length > 0) ? drawn : null;
  return (
    <div
      className="relative overflow-hidden sm:rounded-sm"
      {...(shown ? { role: "img", "aria-label": shown.label } : {})}
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

/**
 * Our own renderer's numbers and outlines, no word of anyone's. They live in a shadow tree, because the form's rules
 * ask `:has(…)`: every letter's coming and going in the page itself would have all of them looked at again.
 */
function Drawing({ viewBox, markup, className }: { viewBox: string; markup: string; className: string }) {
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const root = host.current && (host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" }));
    if (root)
      root.innerHTML = `<svg viewBox="${viewBox}" aria-hidden="true" style="display:block;width:100%;height:100%">${markup}</svg>`;
  }, [viewBox, markup]);
  return <div ref={host} className={className} />;
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
        rig?.slots.some((slot) => `stone.${slot.id}` === name && slot.sprite && slot.pictured !== value),
      )
    );
  });
}
