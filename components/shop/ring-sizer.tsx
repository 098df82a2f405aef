import { formatRingSize, ringSizeChoices } from "@/lib/domain/ring-size";

/** ISO/IEC 7810 ID-1: every bank card. */
const CARD = { widthMm: 85.6, heightMm: 53.98, radiusMm: 3.18 };
const RULER_MM = 100;
const CELL_MM = 26;

const sizes = ringSizeChoices({ kind: "ring", minMm: 46.25, maxMm: 68.75, stepMm: 1.2 }, "uk");

/** A sheet true to scale: what to check the print by, then a circle for the inside of every whole UK size. */
export function RingSizer() {
  return (
    <div className="grid gap-[8mm] text-ink">
      <svg
        width={`${RULER_MM + 4}mm`}
        height="16mm"
        viewBox={`-2 0 ${RULER_MM + 4} 16`}
        className="h-auto max-w-full print:max-w-none"
        role="img"
        aria-label="A ruler of 100 millimetres"
      >
        <line x1={0} x2={RULER_MM} y1={10} y2={10} stroke="currentColor" strokeWidth={0.2} />
        {Array.from({ length: RULER_MM + 1 }, (_none, mm) => (
          <line
            key={mm}
            x1={mm}
            x2={mm}
            y1={mm % 10 === 0 ? 5 : mm % 5 === 0 ? 7 : 8.5}
            y2={10}
            stroke="currentColor"
            strokeWidth={0.15}
          />
        ))}
        <text x={0} y={14.5} fontSize={3} fill="currentColor">
          100 mm from end to end
        </text>
      </svg>
      <svg
        width={`${CARD.widthMm + 1}mm`}
        height={`${CARD.heightMm + 1}mm`}
        viewBox={`-0.5 -0.5 ${CARD.widthMm + 1} ${CARD.heightMm + 1}`}
        className="h-auto max-w-full print:max-w-none"
        role="img"
        aria-label="The outline of a bank card"
      >
        <rect
          width={CARD.widthMm}
          height={CARD.heightMm}
          rx={CARD.radiusMm}
          fill="none"
          stroke="currentColor"
          strokeWidth={0.25}
        />
        <text x={6} y={12} fontSize={3.4} fill="currentColor">
          Lay a bank card here: it covers the outline exactly.
        </text>
      </svg>
      <ul className="grid grid-cols-[repeat(auto-fill,26mm)] gap-y-[2mm]">
        {sizes.map(({ value, mm }) => (
          <li key={value} className="break-inside-avoid">
            <Circle value={value} mm={mm} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The line's outer edge is the inside of the ring: laid on it, the line just shows. */
function Circle({ value, mm }: { value: string; mm: number }) {
  const radius = mm / (2 * Math.PI);
  const line = 0.25;
  const [us, eu] = [formatRingSize("us", mm), formatRingSize("iso", mm)];
  return (
    <svg
      width={`${CELL_MM}mm`}
      height={`${CELL_MM + 2}mm`}
      viewBox={`0 0 ${CELL_MM} ${CELL_MM + 2}`}
      role="img"
      aria-label={`UK ${value}, ${(2 * radius).toFixed(1)} mm across`}
    >
      <circle
        cx={CELL_MM / 2}
        cy={CELL_MM / 2}
        r={Number((radius - line / 2).toFixed(4))}
        fill="none"
        stroke="currentColor"
        strokeWidth={line}
      />
      <g textAnchor="middle" fill="currentColor">
        <text x={CELL_MM / 2} y={CELL_MM / 2 + 1.6} fontSize={4.6}>
          {value}
        </text>
        <text x={CELL_MM / 2} y={CELL_MM + 1} fontSize={2.2}>
          US {us} · EU {eu}
        </text>
      </g>
    </svg>
  );
}
