import { type KeyboardEvent, type ReactNode, useState } from "react";
import { takeWayOut } from "@/components/shop/personalize/fields";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { engravingFontLabel } from "@/lib/domain/engraving-fonts";
import { dateNotations, type Notations } from "@/lib/domain/engraving-helpers-date";
import { type Monogram, monograms, symbolsIn } from "@/lib/domain/engraving-helpers-letters";
import { placeNotations } from "@/lib/domain/engraving-helpers-place";
import type { EngravingZone } from "@/lib/domain/options";

type HelpProps = {
  zone: EngravingZone;
  textName: string;
  /** the typeface that is ticked */
  font: string;
  onChanged: (element: HTMLElement) => void;
};

/**
 * Days, places, monograms and symbols as they are usually engraved. It loads when somebody opens it; what is pressed
 * goes to where the cursor stands, and nothing else of the text is touched. Its own fields have no names: they are
 * never sent.
 */
export function EngravingHelp({ zone, textName, font, onChanged }: HelpProps) {
  const put = (button: HTMLButtonElement, { text, fonts }: Monogram) => {
    const { form } = button;
    const field = form?.elements.namedItem(textName);
    if (!form || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    const better = fonts && !fonts.includes(font) && zone.fonts.find((id) => fonts.includes(id));
    const radio = better ? takeWayOut(form, textName, { label: "", font: better }) : undefined;
    if (radio) onChanged(radio);
    field.setRangeText(text, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
    field.focus();
    onChanged(field);
  };
  const fitting = ({ text, fonts }: Monogram) =>
    (zone.lines > 1 || !text.includes("\n")) && (!fonts || fonts.some((id) => zone.fonts.includes(id)));
  const choices = (entries: readonly Monogram[]) => <Choices entries={entries.filter(fitting)} onPut={put} />;
  return (
    <div className="grid gap-5">
      <Asked label="A day" hint="For example 12.6.2019, the day first." ask={dateNotations}>
        {choices}
      </Asked>
      <Asked label="A place" hint="For example 51.4545, -2.5879 or 51°27′N 2°35′W." ask={placeNotations}>
        {choices}
      </Asked>
      <Initials>{choices}</Initials>
      <div className="grid gap-1.5">
        <p className="font-medium text-sm">Symbols that {engravingFontLabel(font)} has</p>
        <Choices entries={symbolsIn(font).map((text) => ({ label: "", text }))} onPut={put} />
        <p className="text-ink-faint text-sm">
          Hearts and stars aren’t in any typeface that we cut: look for a motif, or write to us.
        </p>
      </div>
    </div>
  );
}

function Asked({
  label,
  hint,
  ask,
  children,
}: {
  label: string;
  hint: string;
  ask: (typed: string) => Notations;
  children: (entries: readonly Monogram[]) => ReactNode;
}) {
  const [typed, setTyped] = useState("");
  const answer = typed.trim() === "" ? null : ask(typed);
  return (
    <div className="grid gap-2">
      <TextField
        label={label}
        hint={hint}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={answer && !answer.ok ? answer.message : undefined}
        autoComplete="off"
        maxLength={80}
        onKeyDown={keepEnter}
      />
      {answer?.ok && children(answer.notations)}
    </div>
  );
}

function Initials({ children }: { children: (entries: readonly Monogram[]) => ReactNode }) {
  const [names, setNames] = useState({ first: "", middle: "", surname: "" });
  const answer = Object.values(names).some((name) => name === "") ? null : monograms(names);
  const parts = [
    ["first", "First name"],
    ["middle", "Middle name"],
    ["surname", "Surname"],
  ] as const;
  return (
    <fieldset className="grid gap-2">
      <legend className="float-start font-medium text-sm">A monogram of three letters</legend>
      <p className="text-ink-faint text-sm">
        In letters of one height: first, middle, surname. The older way puts the surname in the middle,
        larger.
      </p>
      <div className="grid grid-cols-3 gap-2">
        {parts.map(([key, label]) => (
          <TextField
            key={key}
            label={label}
            value={names[key]}
            maxLength={4}
            onChange={(event) => setNames({ ...names, [key]: event.target.value })}
            autoComplete="off"
            autoCapitalize="off"
            onKeyDown={keepEnter}
          />
        ))}
      </div>
      {answer && !answer.ok && (
        <p role="alert" className="text-danger text-sm">
          {answer.message}
        </p>
      )}
      {answer?.ok && children(answer.monograms)}
    </fieldset>
  );
}

function Choices({
  entries,
  onPut,
}: {
  entries: readonly Monogram[];
  onPut: (button: HTMLButtonElement, entry: Monogram) => void;
}) {
  return (
    <div className="flex flex-wrap gap-2">
      {entries.map((entry) => (
        <Button
          key={entry.label || entry.text}
          variant="secondary"
          size="sm"
          className="grid justify-items-start py-1.5 text-start"
          onClick={(event) => onPut(event.currentTarget, entry)}
        >
          <span className="whitespace-pre-line">{entry.text}</span>
          {entry.label && <span className="font-normal text-ink-faint text-xs">{entry.label}</span>}
        </Button>
      ))}
    </div>
  );
}

/** Enter in one of these fields isn't meant to order the piece. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === "Enter") event.preventDefault();
}
