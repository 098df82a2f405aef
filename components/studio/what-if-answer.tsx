import { ActionNotice, ActionScope, FormButton, FormText, ScopedForm } from "@/components/studio/action-form";
import { groupBy } from "@/components/studio/group-by";
import { Nothing, Panel } from "@/components/studio/page-head";
import { WhatIfTable } from "@/components/studio/what-if-table";
import { cx } from "@/components/ui/class-names";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { dayWords } from "@/lib/domain/day-words";
import { andList, counted, lowerFirst } from "@/lib/domain/sentence";
import { applyToBenchAction, putFirstAction } from "@/lib/features/what-if/actions";
import type { WhatIfAnswer } from "@/lib/features/what-if/schema";
import { studioRoutes } from "@/lib/platform/studio-routes";

type Props = {
  answer: WhatIfAnswer;
  isOwner: boolean;
  today: string;
  answers: {
    bench: Awaited<ReturnType<typeof applyToBenchAction>>;
    first: Awaited<ReturnType<typeof putFirstAction>>;
  };
};

export function WhatIfAnswerView({ answer, isOwner, today, answers }: Props) {
  return (
    <>
      <Panel title={answer.words}>
        <p className="font-display text-xl">{summaryOf(answer)}</p>
        <Counts answer={answer} />
        <Uncovered answer={answer} />
        <dl className="mt-4 grid gap-x-5 gap-y-1.5 sm:grid-cols-[auto_1fr]">
          <dt className="text-ink-faint">New orders</dt>
          <dd>{leadWords(answer.lead)}</dd>
          {answer.ordered && (
            <>
              <dt className="text-ink-faint">The rush order itself</dt>
              <dd>
                would leave {dayWords(answer.ordered.usually)}
                {answer.ordered.badDay !== answer.ordered.usually &&
                  `, on bad days ${dayWords(answer.ordered.badDay)}`}
              </dd>
            </>
          )}
        </dl>
        <div className="mt-5 flex flex-wrap items-start gap-3 border-line border-t pt-4">
          <ApplyForm answer={answer} isOwner={isOwner} answers={answers} />
          <LinkButton href={studioRoutes.whatIf} variant="secondary" size="sm">
            Leave it
          </LinkButton>
        </div>
      </Panel>
      {answer.rows.length > 0 && (
        <Panel title="Promises that it touches" aside={`${answer.rows.length} of ${answer.openJobs}`}>
          <WhatIfTable rows={answer.rows} today={today} />
        </Panel>
      )}
    </>
  );
}

function summaryOf({ rows }: WhatIfAnswer): string {
  if (rows.length === 0) return "No promise would be touched.";
  const broken = rows.filter(({ verdict }) => verdict === "BREAKS").length;
  const saved = rows.filter(({ verdict }) => verdict === "SAVED").length;
  if (broken > 0 && saved > 0)
    return `${counted(broken, "promise")} would likely break, ${saved} would be saved.`;
  if (broken > 0) return `${counted(broken, "promise")} would likely break.`;
  if (saved > 0) return `${counted(saved, "promise")} would be saved, and none would break.`;
  return "No promise would break; some days move.";
}

function Counts({ answer: { rows } }: { answer: WhatIfAnswer }) {
  const of = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
  const counts = [
    { label: "break", count: of("BREAKS"), alarm: "text-danger" },
    { label: "riskier", count: of("RISKIER"), alarm: "text-warning" },
    { label: "later", count: rows.filter(({ days }) => days === null || days > 0).length, alarm: "" },
    { label: "earlier", count: rows.filter(({ days }) => days !== null && days < 0).length, alarm: "" },
    { label: "safer", count: of("SAFER"), alarm: "" },
    { label: "saved", count: of("SAVED"), alarm: "text-positive" },
  ];
  return (
    <ul className="mt-3 grid grid-cols-3 gap-2 sm:grid-cols-6">
      {counts.map(({ label, count, alarm }) => (
        <li key={label} className="rounded-md border border-line px-3 py-2">
          <span className={cx("block font-display text-xl tabular-nums", count > 0 && alarm)}>{count}</span>
          <span className="text-ink-soft text-sm">{label}</span>
        </li>
      ))}
    </ul>
  );
}

const FEW = 12;

/** One sentence for all the work that the same pieces would wait for. */
function Uncovered({ answer: { uncovered } }: { answer: WhatIfAnswer }) {
  const groups = groupBy(uncovered, ({ until, jobNumbers }) => `${until} ${jobNumbers.join(" ")}`);
  return [...groups].map(([key, [first, ...rest]]) => {
    if (!first) return null;
    const { until, jobNumbers } = first;
    const work = andList([first, ...rest].map(({ label }) => lowerFirst(label)));
    return (
      <Notice
        key={key}
        tone={until === null ? "danger" : "warning"}
        className="mt-4"
        title={
          until === null
            ? `Nobody would be left for ${work}`
            : `Nobody else does ${work} until ${dayWords(until)} is over`
        }
      >
        {until === null ? "These would wait for ever: " : "These still need it: "}
        {jobNumbers.length > FEW
          ? `${jobNumbers.slice(0, FEW).join(", ")} and ${jobNumbers.length - FEW} more`
          : andList(jobNumbers)}
        .
      </Notice>
    );
  });
}

function leadWords({ before, after, of }: WhatIfAnswer["lead"]): string {
  if (of === 0) return "Nobody has ordered in the last four weeks, so there is no usual order to speak of.";
  if (!before) return "The shop can’t give dates as it is.";
  if (!after) return "The shop could give no dates any more for some of what was ordered lately.";
  const days = (value: number) => value.toFixed(1);
  const more = after.promisedDays - before.promisedDays;
  const change =
    Math.abs(more) < 0.05
      ? "no change"
      : `${days(Math.abs(more))} days ${more > 0 ? "longer" : "shorter"} than now`;
  return `ready in ${days(after.typicalDays)} days usually, promised for ${days(after.promisedDays)}: ${change}`;
}

function ApplyForm({ answer: { apply }, isOwner, answers }: Omit<Props, "today">) {
  if (apply.kind === "NONE") return <Nothing>{apply.why}</Nothing>;
  if (apply.kind === "JOB")
    return (
      <ActionScope action={putFirstAction} answer={answers.first}>
        <ScopedForm fields={apply.fields}>
          <FormButton size="sm">Put it first</FormButton>
        </ScopedForm>
        <ActionNotice className="w-full" />
      </ActionScope>
    );
  if (!isOwner) return <Nothing>Only the owner can enter this.</Nothing>;
  const isHelper = apply.fields.try === "helper";
  return (
    <ActionScope action={applyToBenchAction} answer={answers.bench}>
      <ScopedForm fields={apply.fields} className="flex flex-wrap items-end gap-3">
        {apply.days.map((day) => (
          <input key={day} type="hidden" name="days" value={day} />
        ))}
        {isHelper && <FormText name="name" label="Their name" maxLength={80} required />}
        <FormButton size="sm">{applyWords[String(apply.fields.try)] ?? "Apply"}</FormButton>
      </ScopedForm>
      <ActionNotice className="w-full" />
    </ActionScope>
  );
}

const applyWords: Partial<Record<string, string>> = {
  "time-off": "Enter the time off",
  leaves: "Take them off the bench",
  helper: "Take them on",
};
