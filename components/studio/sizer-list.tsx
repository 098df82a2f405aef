import { ActionNotice, ActionScope, FormButton, ScopedForm } from "@/components/studio/action-form";
import { Moment } from "@/components/studio/moment";
import { Nothing, PageHead, Panel } from "@/components/studio/page-head";
import { counted } from "@/lib/domain/sentence";
import { markSizerPostedAction } from "@/lib/features/sizers/actions";
import type { SizerView } from "@/lib/features/sizers/schema";

type Props = { waiting: readonly SizerView[]; posted: readonly SizerView[]; timeZone: string };

/** Envelopes to write, whoever waited longest first. */
export function SizerList({ waiting, posted, timeZone }: Props) {
  return (
    <ActionScope action={markSizerPostedAction}>
      <PageHead
        title="Ring sizers"
        lead="Asked for by people who don’t know their size. Ticked off, we tell them by mail; after 90 days all of it is deleted."
      />
      <ActionNotice className="mb-5" done="Ticked off; the mail is on its way." />
      <div className="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
        <Panel title={waiting.length > 0 ? `${counted(waiting.length, "envelope")} to post` : "To post"}>
          {waiting.length === 0 && <Nothing>Nobody is waiting for one.</Nothing>}
          <ul className="divide-y divide-line">
            {waiting.map((sizer) => (
              <li key={sizer.sizerId} className="flex flex-wrap items-start justify-between gap-4 py-4">
                <Envelope sizer={sizer} timeZone={timeZone} />
                <ScopedForm fields={{ sizerId: sizer.sizerId }}>
                  <FormButton size="sm">
                    Posted<span className="sr-only"> to {sizer.address[0]}</span>
                  </FormButton>
                </ScopedForm>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title="Lately posted">
          {posted.length === 0 && <Nothing>None yet.</Nothing>}
          <ul className="divide-y divide-line">
            {posted.map((sizer) => (
              <li key={sizer.sizerId} className="py-3">
                <Envelope sizer={sizer} timeZone={timeZone} />
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </ActionScope>
  );
}

function Envelope({ sizer, timeZone }: { sizer: SizerView; timeZone: string }) {
  return (
    <div>
      <address className="not-italic">
        {sizer.address.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
      </address>
      <p className="mt-1 text-ink-soft text-sm">
        {sizer.postedAt ? "Posted " : "Asked "}
        <Moment at={sizer.postedAt ?? sizer.requestedAt} timeZone={timeZone} />
        {sizer.productName && `, for ${sizer.productName}`}
      </p>
    </div>
  );
}
