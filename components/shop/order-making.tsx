import { cx } from "@/components/ui/class-names";
import { DateText } from "@/components/ui/date";
import { dayWords } from "@/lib/domain/day-words";
import type { PieceView } from "@/lib/features/orders/schema";
import { routes } from "@/lib/platform/routes";

const states: Record<PieceView["state"], string> = {
  waiting: "Waiting for its turn",
  making: "Being made",
  paused: "Resting: something has to be cleared up first",
  ready: "Finished, and ready to leave",
  shipped: "Has left the workshop",
  cancelled: "Cancelled",
};

/** Every piece with its stages: what is done, what is under way, what is to come. */
export function OrderMaking({ pieces, token }: { pieces: readonly PieceView[]; token: string }) {
  return (
    <ul className="grid gap-10">
      {pieces.map((piece, index) => (
        <li key={piece.number} className="grid gap-4">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="font-medium">
              {pieces.length > 1 && `${index + 1}. `}
              {piece.name}
            </span>
            <span className="text-ink-soft text-sm">{states[piece.state]}</span>
          </p>
          {(piece.state === "ready" || piece.state === "shipped") && (
            <p className="text-sm">
              <a
                href={routes.certificate(token, piece.number)}
                className="touch-line underline underline-offset-4"
              >
                Its certificate (PDF)
              </a>{" "}
              <span className="text-ink-soft">without prices, to give with the piece</span>
            </p>
          )}
          {piece.state !== "cancelled" && (
            <ol className="border-line border-s">
              {piece.stages.map((stage, position) => (
                <Stage key={`${position} ${stage.label}`} stage={stage} />
              ))}
            </ol>
          )}
        </li>
      ))}
    </ul>
  );
}

const spoken = { done: "Done: ", now: "Now: ", next: "To come: " } as const;

function Stage({ stage: { label, state, doneOn } }: { stage: PieceView["stages"][number] }) {
  return (
    <li className="relative flex flex-wrap items-baseline justify-between gap-x-4 py-1.5 ps-6 text-sm">
      <span
        aria-hidden="true"
        className={cx(
          "absolute top-3.5 -left-[0.3125rem] size-2.5 rounded-full border",
          state === "done" && "border-ink bg-ink",
          state === "now" && "border-accent-bright bg-accent-bright",
          state === "next" && "border-line-strong bg-paper",
        )}
      />
      <span className={cx(state === "next" && "text-ink-faint", state === "now" && "font-medium")}>
        <span className="sr-only">{spoken[state]}</span>
        {label}
      </span>
      {doneOn && (
        <span className="text-ink-faint">
          <DateText iso={doneOn}>{dayWords(doneOn)}</DateText>
        </span>
      )}
    </li>
  );
}
