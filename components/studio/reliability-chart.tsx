import type { Reliability } from "@/lib/domain/promise-score";

const SIZE = 240;
const at = (share: number) => 20 + share * (SIZE - 30);
const down = (share: number) => SIZE - 20 - share * (SIZE - 30);

/** What was said against what came: on the line, chances are what they say; below it, we were too sure. */
export function ReliabilityChart({ points }: { points: readonly Reliability[] }) {
  const of = points[0]?.of ?? 0;
  if (of === 0)
    return <p className="text-ink-faint">No promise of the simulated bench has been fulfilled yet.</p>;
  const line = points.map(({ said, came }) => `${at(said)},${down(came)}`).join(" ");
  return (
    <figure className="grid gap-4 sm:grid-cols-[auto_1fr]">
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} className="w-full max-w-64" aria-hidden="true">
        <path d={`M${at(0)} ${down(1)}V${down(0)}H${at(1)}`} className="fill-none stroke-line" />
        <path
          d={`M${at(0)} ${down(0)}L${at(1)} ${down(1)}`}
          className="fill-none stroke-ink-faint"
          strokeDasharray="4 4"
        />
        <polyline points={line} className="fill-none stroke-accent" strokeWidth={2} />
        {points.map(({ said, came }) => (
          <circle key={said} cx={at(said)} cy={down(came)} r={3.5} className="fill-accent" />
        ))}
      </svg>
      <figcaption>
        <p className="mb-2 text-ink-soft text-sm">
          The chance that was given, and the share of {of} promises that was done by then.
        </p>
        <table className="text-sm tabular-nums">
          <caption className="sr-only">Chances given, and what came of them</caption>
          <tbody>
            {points.map(({ said, came }) => (
              <tr key={said}>
                <th scope="row" className="pe-6 text-start font-normal">
                  {Math.round(said * 100)} %
                </th>
                <td>{Math.round(came * 100)} %</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figcaption>
    </figure>
  );
}
