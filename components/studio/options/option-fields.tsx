import { FormBox, FormErrors, FormSelect, FormText } from "@/components/studio/action-form";

type Choice = { id: string; label: string };

/** Several of a list, as boxes named "fonts.jost". */
export function OptionBoxes({
  name,
  legend,
  choices,
  chosen,
}: {
  name: string;
  legend: string;
  choices: readonly Choice[];
  chosen: readonly string[];
}) {
  return (
    <fieldset>
      <legend className="font-medium text-sm">{legend}</legend>
      <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">
        {choices.map(({ id, label }) => (
          <FormBox key={id} name={`${name}.${id}`} label={label} defaultChecked={chosen.includes(id)} />
        ))}
      </div>
      <FormErrors prefix={name} />
    </fieldset>
  );
}

export function OptionChoice({
  name,
  label,
  choices,
  chosen,
  none,
  hint,
}: {
  name: string;
  label: string;
  choices: readonly Choice[];
  chosen?: string | undefined;
  /** what leaving it open is called; without it one must be chosen */
  none?: string;
  hint?: string;
}) {
  return (
    <FormSelect name={name} label={label} defaultValue={chosen ?? ""} hint={hint}>
      {none !== undefined && <option value="">{none}</option>}
      {choices.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </FormSelect>
  );
}

/** A measure: typed as text, so that "1,2" isn't swallowed by the browser before anybody can read it. */
export function OptionNumber({
  name,
  label,
  value,
  hint,
}: {
  name: string;
  label: string;
  value: string | number | null;
  hint?: string;
}) {
  return (
    <FormText
      name={name}
      label={label}
      hint={hint}
      inputMode="decimal"
      defaultValue={value === null ? "" : String(value)}
      autoComplete="off"
      maxLength={20}
    />
  );
}
