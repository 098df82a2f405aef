import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { Drawing } from "@/components/shop/preview/drawing";
import { type RigHandle, stemsOf } from "@/components/studio/rig/rig-handles";
import { buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/class-names";
import type { ProductOptions } from "@/lib/domain/options";
import { pictureFile, widthUpTo } from "@/lib/domain/picture-files";
import { parsePlacement, type RigFields } from "@/lib/domain/rig-fields";
import { lineOf, type Point } from "@/lib/domain/rig-shape";
import { parseSlot } from "@/lib/domain/rig-slot-fields";

type RigStageProps = {
  photo: { src: string; alt: string; width: number };
  /** the renderer's own layers over the photo */
  markup: string;
  options: ProductOptions;
  fields: RigFields;
  /** of what is being drawn */
  handles: readonly RigHandle[];
  onMove: (fields: Record<string, string>) => void;
};

const zooms = [1, 2, 4];
/** Parts of the picture that an arrow key moves by; with the shift key the larger one. */
const STEP = 0.001;
const LEAP = 0.01;

/** The photo with what is drawn into it, and handles for mouse, finger and keyboard. */
export function RigStage({ photo, markup, options, fields, handles, onMove }: RigStageProps) {
  const [zoom, setZoom] = useState(1);
  const [said, setSaid] = useState("");
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const held = useRef<{ key: string; off: Point } | null>(null);
  const first = handles[0];

  // Only another zoom scrolls, not every move.
  useEffect(() => {
    const box = frame.current;
    if (!box || !first) return;
    box.scrollLeft = first.at[0] * box.scrollWidth - box.clientWidth / 2;
    box.scrollTop = first.at[1] * box.scrollHeight - box.clientHeight / 2;
  }, [zoom]);

  const toPicture = ({ clientX, clientY }: PointerEvent): Point => {
    const box = sheet.current?.getBoundingClientRect();
    if (!box) return [0, 0];
    return [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
  };
  const move = (handle: RigHandle, to: Point) => {
    const inside: Point = [clamp(to[0]), clamp(to[1])];
    onMove(handle.move(inside));
    setSaid(`${handle.label}: ${coordinates(inside)}`);
  };
  // Handles may lie over one another: the nearest one is meant.
  const grab = (event: PointerEvent<HTMLButtonElement>) => {
    const at = toPicture(event);
    const near = [...handles].sort((a, b) => distance(a.at, at) - distance(b.at, at))[0];
    if (!near) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { key: near.key, off: [near.at[0] - at[0], near.at[1] - at[1]] };
  };
  const drag = (event: PointerEvent) => {
    const handle = handles.find(({ key }) => key === held.current?.key);
    if (!handle || !held.current) return;
    const [x, y] = toPicture(event);
    move(handle, [x + held.current.off[0], y + held.current.off[1]]);
  };
  const press = (event: KeyboardEvent, handle: RigHandle) => {
    const way = arrows[event.key];
    if (!way) return;
    event.preventDefault();
    const by = event.shiftKey ? LEAP : STEP;
    move(handle, [handle.at[0] + way[0] * by, handle.at[1] + way[1] * by]);
  };
  const release = () => {
    held.current = null;
  };

  return (
    <div className="grid gap-3">
      <div ref={frame} className="aspect-square overflow-auto rounded-lg border border-line bg-plaster">
        <div ref={sheet} className="relative" style={{ width: `${zoom * 100}%` }}>
          <img
            src={pictureFile(photo.src, widthUpTo(photo.width, 1000))}
            alt={photo.alt}
            width={1000}
            height={1000}
            draggable={false}
            className="block aspect-square w-full select-none object-cover"
          />
          <div data-drawn className="pointer-events-none absolute inset-0">
            <Drawing viewBox="0 0 1000 1000" markup={markup} className="size-full" />
          </div>
          <Guides options={options} fields={fields} />
          {handles.map((handle) => (
            <button
              key={handle.key}
              type="button"
              aria-label={`${handle.label}: ${coordinates(handle.at)}`}
              className="group absolute grid size-11 -translate-x-1/2 -translate-y-1/2 cursor-grab touch-none place-items-center rounded-full"
              style={{ left: `${handle.at[0] * 100}%`, top: `${handle.at[1] * 100}%` }}
              onPointerDown={grab}
              onPointerMove={drag}
              onPointerUp={release}
              onPointerCancel={release}
              onKeyDown={(event) => press(event, handle)}
            >
              <span
                className={cx(
                  "size-3.5 border-2 border-ink bg-paper group-hover:bg-accent-bright group-focus-visible:bg-accent-bright",
                  handle.look === "foot" ? "rounded-full" : handle.look === "top" ? "rotate-45" : "",
                )}
              />
            </button>
          ))}
        </div>
      </div>
      <fieldset className="flex flex-wrap items-center gap-2">
        <legend className="float-start pe-2 text-ink-soft text-sm">Look closer</legend>
        {zooms.map((value) => (
          <button
            key={value}
            type="button"
            aria-pressed={zoom === value}
            className={buttonClass({ variant: zoom === value ? "primary" : "secondary", size: "sm" })}
            onClick={() => setZoom(value)}
          >
            {value}×
          </button>
        ))}
      </fieldset>
      <p className="text-ink-faint text-sm">
        Drag the handles, or go to one with the tab key and move it with the arrow keys; with shift it goes
        further.
      </p>
      <output className="sr-only" aria-live="polite">
        {said}
      </output>
    </div>
  );
}

/** Where letters stand and stones lie, for everything that is drawn. */
function Guides({ options, fields }: Pick<RigStageProps, "options" | "fields">) {
  const path = (points: readonly Point[]) => points.map(([x, y]) => `${x * 1000},${y * 1000}`).join(" ");
  return (
    <svg
      viewBox="0 0 1000 1000"
      aria-hidden="true"
      className="pointer-events-none absolute inset-0 size-full text-ink"
      fill="none"
      stroke="currentColor"
      strokeWidth="1"
    >
      {options.engravingZones.map(({ id }) => {
        const drawn = parsePlacement(fields, id);
        if (!drawn) return null;
        return (
          <g key={id}>
            <polyline
              points={path(lineOf(drawn))}
              className="text-paper"
              stroke="currentColor"
              strokeWidth="4"
            />
            <polyline points={path(lineOf(drawn))} strokeWidth="1.5" />
            {stemsOf(drawn).map((stem, index) => (
              <polyline key={index} points={path(stem)} strokeDasharray="6 5" />
            ))}
          </g>
        );
      })}
      {options.stoneSlots.map(({ id }) => {
        const drawn = parseSlot(fields, id);
        if (!drawn) return null;
        const [x, y] = [drawn.centre[0] * 1000, drawn.centre[1] * 1000];
        return (
          <ellipse
            key={id}
            cx={x}
            cy={y}
            rx={drawn.w * 500}
            ry={drawn.h * 500}
            transform={`rotate(${drawn.rot} ${x} ${y})`}
            strokeDasharray="6 5"
          />
        );
      })}
    </svg>
  );
}

const arrows: Record<string, Point> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function coordinates([x, y]: Point): string {
  return `${(x * 100).toFixed(1)} across, ${(y * 100).toFixed(1)} down`;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
