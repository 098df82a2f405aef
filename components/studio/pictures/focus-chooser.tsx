"use client";

import { type PointerEvent, useState } from "react";
import { PercentSlider } from "@/components/studio/pictures/percent-slider";
import { squareAround } from "@/lib/domain/picture-crop";
import type { StudioUpload } from "@/lib/features/catalog/picture-schema";

type FocusChooserProps = { upload: StudioUpload; alt: string };

/**
 * What matters in a photo: pointed at, or set by two sliders, which a keyboard moves and which work without scripts. What
 * the shop will show is framed.
 */
export function FocusChooser({ upload, alt }: FocusChooserProps) {
  const { look, width, height, focus } = upload;
  const [x, setX] = useState(Math.round(focus[0] * 100));
  const [y, setY] = useState(Math.round(focus[1] * 100));
  const square = squareAround({ width, height }, [x / 100, y / 100]);
  const frame = {
    left: `${(square.left / width) * 100}%`,
    top: `${(square.top / height) * 100}%`,
    width: `${(square.side / width) * 100}%`,
    height: `${(square.side / height) * 100}%`,
  };

  const point = ({ currentTarget, clientX, clientY, buttons, pointerId }: PointerEvent) => {
    if (buttons === 0) return;
    currentTarget.setPointerCapture(pointerId);
    const box = currentTarget.getBoundingClientRect();
    setX(toPercent((clientX - box.left) / box.width));
    setY(toPercent((clientY - box.top) / box.height));
  };

  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 font-medium text-sm">What matters in it</legend>
      <div
        className="relative cursor-crosshair touch-pan-y select-none overflow-hidden rounded-md bg-plaster"
        onPointerDown={point}
        onPointerMove={point}
      >
        <img
          src={look}
          alt={alt || "The whole photo"}
          width={width}
          height={height}
          draggable={false}
          className="block h-auto w-full"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute border border-paper shadow-[0_0_0_100vmax_color-mix(in_srgb,black_45%,transparent)]"
          style={frame}
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute size-6 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-paper shadow-[0_0_0_2px_var(--color-ink),inset_0_0_0_2px_var(--color-ink)]"
          style={{ left: `${x}%`, top: `${y}%` }}
        />
      </div>
      <PercentSlider name="focusX" label="From left to right" value={x} onChange={setX} />
      <PercentSlider name="focusY" label="From top to bottom" value={y} onChange={setY} />
    </fieldset>
  );
}

function toPercent(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 100);
}
