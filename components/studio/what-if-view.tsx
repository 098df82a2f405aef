import type { ReactNode } from "react";
import { PageHead, Panel } from "@/components/studio/page-head";
import { TrialForm } from "@/components/studio/trial-form";
import { WhatIfAnswerView } from "@/components/studio/what-if-answer";
import { Checkbox } from "@/components/ui/checkbox";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { SelectField, TextField } from "@/components/ui/text-field";
import type { applyToBenchAction, putFirstAction } from "@/lib/features/what-if/actions";
import type { Trial, WhatIfPage } from "@/lib/features/what-if/schema";

type Props = {
  page: WhatIfPage;
  /** something was applied just now */
  done: boolean;
  /** to a form that was sent without scripts */
  answers: {
    bench: Awaited<ReturnType<typeof applyToBenchAction>>;
    first: Awaited<ReturnType<typeof putFirstAction>>;
  };
};

/** Questions on the left, what would come of it on the right. Nothing is entered before somebody says so. */
export function WhatIfView({ page, done, answers }: Props) {
  const { answer, isOwner } = page;
  return (
    <>
      <PageHead
        title="What if"
        lead="Try it before it happens: which promises break, which days move. Nothing is entered until you say so."
      />
      {done && (
        <Notice tone="positive" role="status" className="mb-5">
          Entered. Every date heeds it from now on.
        </Notice>
      )}
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[20rem_1fr]">
        {/* The answer first where there is no room beside: it is what was asked for. */}
        <Panel title="Try" className="order-2 lg:order-1">
          <Trials page={page} />
        </Panel>
        <div className="order-1 grid min-w-0 grid-cols-1 gap-5 lg:order-2" aria-live="polite">
          <Refused page={page} />
          {answer ? (
            <WhatIfAnswerView
              key={answer.words}
              answer={answer}
              isOwner={isOwner}
              today={page.choices.today}
              answers={answers}
            />
          ) : (
            page.errors.length === 0 && (
              <p className="py-2 text-ink-faint">
                Choose what may happen. The queue is played forward twice with the same luck, as it is and as
                it would be: what differs is what it does.
              </p>
            )
          )}
        </div>
      </div>
    </>
  );
}

/** In one place too: the field that it is about may be folded away on a phone. */
function Refused({ page: { errors } }: { page: WhatIfPage }) {
  if (errors.length === 0) return null;
  return (
    <Notice tone="danger" role="alert" title="That can’t be tried">
      {[...new Set(errors.map(({ message }) => message))].join(" ")}
    </Notice>
  );
}

function Trials({ page }: { page: WhatIfPage }) {
  const { artisans, skills, products, jobs, today } = page.choices;
  const people = artisans.map(({ id, name }) => ({ value: id, label: name }));
  const work = skills.map(({ id, label }) => ({ value: id, label }));
  const designs = products.map(({ slug, name }) => ({ value: slug, label: name }));
  const days = (trial: Trial) => (
    <div className="grid grid-cols-2 gap-3">
      <Typed page={page} trial={trial} name="from" label="First day" type="date" min={today} />
      <Typed page={page} trial={trial} name="to" label="Last day" type="date" min={today} />
    </div>
  );
  return (
    <>
      <TrialFold page={page} trial="time-off" title="Somebody takes time off">
        <Chosen page={page} trial="time-off" name="artisan" label="Who" choices={people} />
        {days("time-off")}
      </TrialFold>
      <TrialFold page={page} trial="first" title="A piece goes before all that aren’t in a rush already">
        <Typed page={page} trial="first" name="job" label="Piece" list="what-if-pieces" autoComplete="off" />
        <datalist id="what-if-pieces">
          {jobs.map(({ number, productName }) => (
            <option key={number} value={number}>
              {productName}
            </option>
          ))}
        </datalist>
      </TrialFold>
      <TrialFold page={page} trial="rush-order" title="A rush order comes in">
        <Chosen page={page} trial="rush-order" name="product" label="Design" choices={designs} />
        <Typed page={page} trial="rush-order" name="pieces" label="Pieces" type="number" min={1} max={20} />
      </TrialFold>
      <TrialFold page={page} trial="helper" title="A helper is taken on">
        <Chosen page={page} trial="helper" name="skill" label="For" choices={work} />
        <HelperDays page={page} />
        <div className="grid grid-cols-2 gap-3">
          <Typed page={page} trial="helper" name="start" label="From" type="time" usually="09:00" />
          <Typed page={page} trial="helper" name="end" label="To" type="time" usually="17:00" />
        </div>
      </TrialFold>
      <TrialFold page={page} trial="down" title="A machine or a kind of work is down">
        <Chosen page={page} trial="down" name="skill" label="What can’t be done" choices={work} />
        {days("down")}
      </TrialFold>
      <TrialFold page={page} trial="leaves" title="Somebody leaves for good">
        <Chosen page={page} trial="leaves" name="artisan" label="Who" choices={people} />
      </TrialFold>
    </>
  );
}

type Asking = { page: WhatIfPage; trial: Trial };

function TrialFold({ page, trial, title, children }: Asking & { title: string; children: ReactNode }) {
  const isAsked = page.tried === trial;
  return (
    <Disclosure key={`${isAsked}`} summary={title} open={isAsked} className="last:border-b-0">
      {/* What was asked comes back: a new question brings a new form. */}
      <TrialForm key={isAsked ? JSON.stringify(page.asked) : ""} trial={trial}>
        {children}
      </TrialForm>
    </Disclosure>
  );
}

function HelperDays({ page }: { page: WhatIfPage }) {
  const asked = page.tried === "helper" ? page.asked.days : [];
  const error = errorOf({ page, trial: "helper" }, "days");
  return (
    <fieldset>
      <legend className="font-medium text-sm">On</legend>
      <div className="grid grid-cols-2 sm:grid-cols-3">
        {weekdays.map((day, index) => (
          <Checkbox
            key={day}
            name="days"
            value={index + 1}
            label={day}
            defaultChecked={asked.includes(String(index + 1))}
          />
        ))}
      </div>
      {error && <p className="text-danger text-sm">{error}</p>}
    </fieldset>
  );
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

type FieldOf = Asking & { name: string; label: string };

function Chosen({ page, trial, name, label, choices }: FieldOf & { choices: readonly Choice[] }) {
  return (
    <SelectField
      name={name}
      label={label}
      defaultValue={askedFor({ page, trial }, name) ?? ""}
      error={errorOf({ page, trial }, name)}
      required
    >
      <option value="">Please choose</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </SelectField>
  );
}
type Choice = { value: string; label: string };

type TypedProps = FieldOf & {
  usually?: string;
  type?: string;
  min?: string | number;
  max?: number;
  list?: string;
  autoComplete?: string;
};

function Typed({ page, trial, name, label, usually = "", ...rest }: TypedProps) {
  const value = askedFor({ page, trial }, name) ?? (rest.type === "number" ? "1" : usually);
  const error = errorOf({ page, trial }, name);
  return <TextField name={name} label={label} defaultValue={value} error={error} required {...rest} />;
}

function askedFor({ page, trial }: Asking, name: string): string | undefined {
  return page.tried === trial ? page.asked.values[name] : undefined;
}

function errorOf({ page, trial }: Asking, name: string): string | undefined {
  return page.tried === trial ? page.errors.find(({ path }) => path.startsWith(name))?.message : undefined;
}
