import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { SelectField, TextField } from "@/components/ui/text-field";
import type { EngravingZone, StoneSlot } from "@/lib/domain/options";
import { type RigFields, rigShapes } from "@/lib/domain/rig-fields";
import { linePoints, type RigShape, topPoints } from "@/lib/domain/rig-shape";

export type ItemProps = {
  fields: RigFields;
  /** scripts run: what a shape doesn't have needn't be shown */
  ready: boolean;
  errorAt: (name: string) => string | undefined;
  onChange: (name: string, value: string) => void;
};

const feet: Record<number, readonly string[]> = {
  2: ["Start", "End"],
  3: ["Start", "Middle", "End"],
  5: ["Start", "First quarter", "Middle", "Third quarter", "End"],
};
const tops: Record<number, readonly string[]> = {
  1: ["Top of a letter in the middle"],
  3: ["Top of a letter at the start", "in the middle", "at the end"],
};

export function ZoneFields({ zone, ...item }: ItemProps & { zone: EngravingZone }) {
  const prefix = `zone.${zone.id}`;
  const shape = item.fields[`${prefix}.shape`] ?? "none";
  const [lines, ends] = countsOf(shape, item.ready);
  return (
    <>
      <SelectField
        name={`${prefix}.shape`}
        label="Letters stand on"
        value={shape}
        error={item.errorAt(`${prefix}.shape`)}
        onChange={({ target }) => item.onChange(target.name, target.value)}
      >
        {rigShapes.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </SelectField>
      {lines > 0 && (
        <>
          <div className="grid items-end gap-3 sm:grid-cols-2">
            <Measure {...item} name={`${prefix}.lengthMm`} label="Length of the line, mm" />
            <Measure {...item} name={`${prefix}.capMm`} label="Height of those letters, mm" />
          </div>
          <p className="text-ink-faint text-sm">
            As they are on the piece itself: of a ring, only the part that the photo shows.
          </p>
          <Numbers legend="The line, in per cent of the picture">
            {range(lines).map((index) => (
              <Pair
                key={index}
                {...item}
                name={`${prefix}.line.${index}`}
                label={feet[lines]?.[index] ?? ""}
              />
            ))}
            {range(ends).map((index) => (
              <Pair key={index} {...item} name={`${prefix}.top.${index}`} label={tops[ends]?.[index] ?? ""} />
            ))}
          </Numbers>
        </>
      )}
    </>
  );
}

type SlotFieldsProps = ItemProps & {
  slot: StoneSlot;
  stones: readonly { id: string; label: string }[];
  /** false: there are pictures of its stones, made as they lie here */
  turns: boolean;
};

export function SlotFields({ slot, stones, turns, ...item }: SlotFieldsProps) {
  const prefix = `slot.${slot.id}`;
  const inPhoto = item.fields[`${prefix}.in`] !== undefined;
  return (
    <>
      <Checkbox
        name={`${prefix}.in`}
        label="It is in this photo"
        checked={inPhoto}
        onChange={({ target }) => item.onChange(target.name, target.checked ? "on" : "")}
      />
      {(inPhoto || !item.ready) && (
        <>
          <SelectField
            name={`${prefix}.pictured`}
            label="The photo shows"
            value={item.fields[`${prefix}.pictured`] ?? ""}
            error={item.errorAt(`${prefix}.pictured`)}
            hint="Where this stone is chosen, the photo stays as it is."
            onChange={({ target }) => item.onChange(target.name, target.value)}
          >
            <option value="">An empty setting, or another stone</option>
            {stones.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </SelectField>
          <Numbers legend="Its place, in per cent of the picture">
            <Pair {...item} name={prefix} label="Middle" />
            <div className="grid grid-cols-2 items-end gap-3">
              <Measure {...item} name={`${prefix}.w`} label="Width" />
              <Measure {...item} name={`${prefix}.h`} label="Height" />
            </div>
            <div className="grid grid-cols-2 items-end gap-3">
              {turns ? (
                <Measure {...item} name={`${prefix}.rot`} label="Turned by, degrees" />
              ) : (
                <input type="hidden" name={`${prefix}.rot`} value={item.fields[`${prefix}.rot`] ?? "0"} />
              )}
              <Measure {...item} name={`${prefix}.order`} label="Drawn as number" />
            </div>
          </Numbers>
          <p className="text-ink-faint text-sm">Where stones overlap, the one drawn last lies on top.</p>
        </>
      )}
    </>
  );
}

function Numbers({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <details>
      <summary className="touch-line w-fit cursor-pointer text-ink-soft text-sm underline">{legend}</summary>
      <div className="grid gap-3 pt-2">{children}</div>
    </details>
  );
}

function Pair({ name, label, ...item }: ItemProps & { name: string; label: string }) {
  return (
    <div className="grid grid-cols-2 items-end gap-3">
      <Measure {...item} name={`${name}.x`} label={`${label}, across`} />
      <Measure {...item} name={`${name}.y`} label="down" spoken={`${label}, down`} />
    </div>
  );
}

type MeasureProps = ItemProps & { name: string; label: string; spoken?: string };

function Measure({ name, label, spoken, fields, errorAt, onChange }: MeasureProps) {
  return (
    <TextField
      name={name}
      label={label}
      {...(spoken ? { "aria-label": spoken } : {})}
      inputMode="decimal"
      autoComplete="off"
      maxLength={12}
      value={fields[name] ?? ""}
      error={errorAt(name)}
      className="tabular-nums"
      onChange={({ target }) => onChange(target.name, target.value)}
    />
  );
}

function countsOf(shape: string, ready: boolean): [number, number] {
  if (isShape(shape)) return [linePoints[shape], topPoints[shape]];
  // Without scripts another shape may be chosen in the same breath, and needs its numbers.
  return ready ? [0, 0] : [linePoints.curve, topPoints.curve];
}

function isShape(id: string): id is RigShape {
  return Object.hasOwn(linePoints, id);
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
