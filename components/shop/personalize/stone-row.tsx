import { type MouseEvent, useState } from "react";
import type { ChoiceProps } from "@/components/shop/personalize/choice";
import { costSame, costWords } from "@/components/shop/personalize/cost-words";
import { readFields, writeFields } from "@/components/shop/personalize/fields";
import { Button } from "@/components/ui/button";
import { RadioCard, RadioCards } from "@/components/ui/radio-cards";
import type { StoneSlot } from "@/lib/domain/options";
import { type RowMove, rowCounts, swapInRow } from "@/lib/domain/stone-row";

/** How many stones the row has. Places beyond are hidden by a rule of CSS, so without scripts too. */
export function StoneCount({ product, start, fields, errors, costs, days }: ChoiceProps) {
  const counts = rowCounts(product.options);
  if (!counts) return null;
  const chosen = fields["stones.count"] ?? countAtStart(start, counts);
  const cost = costs["stones.count"];
  return (
    <RadioCards
      legend="How many"
      hint="In your order, the same one as often as you like. What you leave out is pale in the picture."
      error={errors["stones.count"]}
      layout="grid-cols-3 sm:grid-cols-4"
    >
      {counts.map(String).map((count) => (
        <RadioCard
          key={count}
          name="stones.count"
          value={count}
          data-shows={`stones-${count}`}
          defaultChecked={countAtStart(start, counts) === count}
          label={count}
          // The chosen one keeps its line: what is below must not move.
          detail={
            !costSame(cost) &&
            (costWords(cost, count, chosen, product.currency, days["stones.count"]) || "\u00a0")
          }
        />
      ))}
    </RadioCards>
  );
}

/** A line that was put into the bag says it by its stones. */
function countAtStart(start: ChoiceProps["start"], counts: readonly number[]): string {
  const stones = Object.keys(start).filter((name) => name.startsWith("stone.")).length;
  return start["stones.count"] ?? String(Math.max(counts[0] ?? 0, stones));
}

type MovesProps = ChoiceProps & { slot: StoneSlot; onChanged: (element: HTMLElement) => void };

/**
 * Up and down the row, for a stone and the initial beside it. Without scripts the form is sent, and comes back with
 * the two in each other's place.
 */
export function StoneMoves({ slot, product, start, fields, ready, onChanged }: MovesProps) {
  const [told, setTold] = useState("");
  const { stoneRow, stoneSlots } = product.options;
  if (!stoneRow || stoneSlots.length < 2) return null;
  const at = stoneSlots.indexOf(slot);
  const counts = rowCounts(product.options);
  const shown = counts ? Number(fields["stones.count"] ?? countAtStart(start, counts)) : stoneSlots.length;

  const swap = ({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>, move: RowMove) => {
    if (!form) return;
    const values = swapInRow(product.options, readFields(form), slot.id, move);
    const there = stoneSlots[at + (move === "up" ? -1 : 1)];
    if (!there || Object.keys(values).length === 0)
      return setTold("The two can’t change places: one of the stones isn’t set there.");
    writeFields(form, values);
    setTold(`Moved to: ${there.label}.`);
    focusMove(form, there.id, move);
    const moved = form.elements.namedItem(`stone.${there.id}`);
    if (moved instanceof HTMLElement) onChanged(moved);
    // The picture follows what the form tells of, and nobody has typed.
    form.dispatchEvent(new Event("change", { bubbles: true }));
  };

  return (
    <span className="flex items-end">
      {(["up", "down"] as const).map((move) => (
        <Button
          key={move}
          type={ready ? "button" : "submit"}
          variant="quiet"
          name="move"
          value={`${slot.id}.${move}`}
          aria-label={`Move ${slot.label} ${move}`}
          disabled={move === "up" ? at === 0 : at >= (ready ? shown : stoneSlots.length) - 1}
          onClick={ready ? (event) => swap(event, move) : undefined}
          className="min-h-12 min-w-11 px-0"
        >
          <span aria-hidden="true">{move === "up" ? "↑" : "↓"}</span>
        </Button>
      ))}
      <span role="status" className="sr-only">
        {told}
      </span>
    </span>
  );
}

/** Where the stone went, so that pressing again moves it on; at the end of the row, the way back. */
function focusMove(form: HTMLFormElement, slot: string, move: RowMove): void {
  const button = (way: RowMove) =>
    form.querySelector<HTMLButtonElement>(`button[name="move"][value="${CSS.escape(slot)}.${way}"]`);
  const same = button(move);
  (same?.disabled ? button(move === "up" ? "down" : "up") : same)?.focus();
}
