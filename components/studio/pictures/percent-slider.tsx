"use client";

import { useId } from "react";

type PercentSliderProps = {
  name: string;
  label: string;
  /** 0 to 100 */
  value: number;
  onChange: (value: number) => void;
};

/** A slider in per cent, with its label and its value in one line. */
export function PercentSlider({ name, label, value, onChange }: PercentSliderProps) {
  const id = useId();
  return (
    <div className="grid grid-cols-[9rem_minmax(0,1fr)_3rem] items-center gap-3 text-sm">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        name={name}
        min={0}
        max={100}
        value={value}
        aria-valuetext={`${value} %`}
        onChange={({ currentTarget }) => onChange(currentTarget.valueAsNumber)}
        className="min-h-11 w-full accent-accent"
      />
      <span aria-hidden="true" className="text-end tabular-nums">
        {value} %
      </span>
    </div>
  );
}
