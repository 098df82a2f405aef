import { memo, useEffect, useId, useRef, useState } from "react";
import { type ChoiceProps, onlyWordsDiffer } from "@/components/shop/personalize/choice";
import { costSame, costSuffix } from "@/components/shop/personalize/cost-words";
import { shortMoney } from "@/components/shop/short-money";
import { Checkbox } from "@/components/ui/checkbox";
import { controlClass, controlProps, errorId, FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import { type LengthSystem, lengthChoices, lengthSystems } from "@/lib/domain/length";
import type { SizeOption } from "@/lib/domain/options";
import { plainBackMm, resizingOf, resizingWords } from "@/lib/domain/resizing";
import {
  type RingSystem,
  ringSizeChoices,
  ringSystemLabel,
  ringSystems,
  type SizeChoice as Size,
  wideBandWords,
} from "@/lib/domain/ring-size";
import { inMm } from "@/lib/domain/sentence";
import { routes } from "@/lib/platform/routes";

type SizeProps = Pick<ChoiceProps, "start" | "errors" | "costs" | "days" | "ready"> & {
  option: SizeOption;
  /** of the product: asking for a sizer leads back to it */
  slug: string;
  currency: string;
  /** what the price on the page is for until a size is chosen */
  assumed: string | undefined;
  /** the fields hold what was chosen */
  onSettled: () => void;
};

/**
 * A size in the system that somebody knows. Without scripts the value is typed; with them it is picked from those
 * that are made, and changing the system keeps the finger: US 7 becomes N½.
 */
export const SizeChoice = memo(function SizeChoice({
  option,
  onSettled,
  start,
  errors,
  costs,
  days,
  ready,
  ...rest
}: SizeProps) {
  const { currency, assumed, slug } = rest;
  const [system, setSystem] = useState(start["size.system"] ?? "");
  const [value, setValue] = useState(start["size.value"] ?? "");
  const typed = useRef<HTMLInputElement>(null);
  const id = useId();
  const ring = option.kind === "ring";
  const tight = option.kind === "ring" ? wideBandWords(option.bandWidthMm) : null;
  const error = errors["size.value"] ?? errors["size.system"] ?? errors.size;

  // Somebody may have typed before the scripts arrived; what can be read is kept.
  useEffect(() => {
    const text = typed.current?.value.trim();
    if (ready && text)
      setValue(choicesOf(option, system).find((choice) => choice.value === text)?.value ?? "");
  }, [ready, option, system]);

  // Another system brings another value with it, and the fields hold it only now.
  useEffect(onSettled, [system, value, onSettled]);

  const changeSystem = (next: string) => {
    const mm = choicesOf(option, system).find((choice) => choice.value === value)?.mm;
    setSystem(next);
    setValue(mm === undefined ? "" : (nearest(choicesOf(option, next), mm)?.value ?? ""));
  };

  return (
    <fieldset className="grid gap-2">
      <legend className="float-start flex w-full items-baseline justify-between gap-4 text-sm">
        <span className="font-medium">{ring ? "Ring size" : "Length"}</span>
        {ring && (
          <TextLink href={routes.guide("ring-sizes")} className="text-ink-soft">
            Find your size
          </TextLink>
        )}
      </legend>
      <div className="grid grid-cols-[minmax(7rem,2fr)_5fr] gap-2">
        <label htmlFor={`${id}-system`}>
          <span className="sr-only">System</span>
          <Select
            id={`${id}-system`}
            name="size.system"
            value={system}
            onChange={(event) => changeSystem(event.target.value)}
          >
            {systemsOf(option).map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        </label>
        <label htmlFor={id}>
          <span className="sr-only">{ring ? "Size" : "Length"}</span>
          {ready ? (
            <Select
              name="size.value"
              value={value}
              onChange={(event) => setValue(event.target.value)}
              {...controlProps(id, { error })}
            >
              <option value="">Choose</option>
              {choicesOf(option, system).map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {ring ? choice.value : choice.label}
                  {costSuffix(costs.size, choice.value, value || assumed, currency, days.size)}
                </option>
              ))}
            </Select>
          ) : (
            <input
              ref={typed}
              name="size.value"
              defaultValue={value}
              placeholder={ring ? "for example M or N½" : "for example 45"}
              autoComplete="off"
              className={controlClass}
              {...controlProps(id, { error })}
            />
          )}
        </label>
      </div>
      <CostRange costs={costs.size} currency={currency} noun={ring ? "size" : "length"} />
      <FieldError id={errorId(id)} error={error} />
      {tight && <p className="text-ink-soft text-sm">{tight}</p>}
      {ring && (
        <p className="text-sm">
          <TextLink href={routes.askForSizer(slug)} className="touch-line text-ink-soft">
            I don’t know it: send me a sizer
          </TextLink>
        </p>
      )}
      {ring && <Resizing option={option} system={system} start={start} error={errors.resizable} />}
    </fieldset>
  );
}, onlyWordsDiffer);

/** What can be done later, while there is still time to ask for it; and a sizer for who doesn't know. */
function Resizing({
  option,
  system,
  start,
  error,
}: Pick<SizeProps, "option" | "start"> & { system: string; error: string | undefined }) {
  const resizing = resizingOf(option);
  const plainMm = plainBackMm({ size: option });
  return (
    <div className="grid gap-1">
      {resizing && (
        <p className="text-ink-soft text-sm">
          {resizingWords(resizing, isOne(ringSystems, system) ? system : "iso")}
        </p>
      )}
      {plainMm > 0 && (
        <>
          <Checkbox
            name="resizable"
            value="on"
            defaultChecked={start.resizable === "on"}
            label="Make it resizable"
            detail={`We leave ${inMm(plainMm)} of the shank plain at the back. Words round the ring have that much less room.`}
          />
          <FieldError id="resizable-error" error={error} />
        </>
      )}
    </div>
  );
}

/** Where the size is typed, nothing beside it can say what each costs. */
function CostRange({
  costs,
  currency,
  noun,
}: {
  costs: ChoiceProps["costs"][string] | undefined;
  currency: string;
  noun: string;
}) {
  // Sizes that are numbers don't keep their order as keys.
  const all = Object.entries(costs ?? {}).sort((a, b) => a[1] - b[1]);
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return null;
  const words = costSame(costs)
    ? `The same price in every ${noun}.`
    : `From ${shortMoney(first[1], currency)} in ${first[0]} to ${shortMoney(last[1], currency)} in ${last[0]}.`;
  return <p className="text-ink-faint text-sm tabular-nums">{words}</p>;
}

function systemsOf({ kind }: SizeOption): { id: string; label: string }[] {
  return kind === "ring"
    ? ringSystems.map((id) => ({ id, label: ringSystemLabel(id) }))
    : lengthSystems.map((id) => ({ id, label: id === "cm" ? "cm" : "inches" }));
}

function choicesOf(option: SizeOption, system: string): Size[] {
  if (option.kind === "ring") return isOne(ringSystems, system) ? ringSizeChoices(option, system) : [];
  return isOne(lengthSystems, system) ? lengthChoices(option, system) : [];
}

function isOne<T extends RingSystem | LengthSystem>(systems: readonly T[], id: string): id is T {
  return (systems as readonly string[]).includes(id);
}

function nearest(choices: readonly Size[], mm: number): Size | undefined {
  return [...choices].sort((a, b) => Math.abs(a.mm - mm) - Math.abs(b.mm - mm))[0];
}
