import { ActionForm, FormButton } from "@/components/studio/action-form";
import { MailStatus } from "@/components/studio/mail-list";
import { Moment } from "@/components/studio/moment";
import { Nothing, PageHead } from "@/components/studio/page-head";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { retryMailAction } from "@/lib/features/mailbox/actions";
import type { MailView } from "@/lib/features/mailbox/schema";
import { studioRoutes } from "@/lib/platform/studio-routes";

export function MailReader({ mail, timeZone }: { mail: MailView; timeZone: string }) {
  return (
    <>
      <PageHead title={mail.subject ?? mail.label}>
        <TextLink href={studioRoutes.mails}>All mails</TextLink>
      </PageHead>
      <dl className="mb-5 grid grid-cols-[auto_1fr] gap-x-5 gap-y-1">
        <dt className="text-ink-faint">To</dt>
        <dd>{mail.recipient}</dd>
        <dt className="text-ink-faint">Written</dt>
        <dd>
          <Moment at={mail.createdAt} timeZone={timeZone} />
        </dd>
        <dt className="text-ink-faint">State</dt>
        <dd>
          <MailStatus status={mail.status} /> {mail.sentAt && <Moment at={mail.sentAt} timeZone={timeZone} />}
        </dd>
      </dl>
      {mail.status === "FAILED" && (
        <Notice tone="danger" title="This mail could not be sent" className="mb-5">
          <p className="mb-3">{mail.lastError}</p>
          <ActionForm action={retryMailAction} fields={{ mailId: mail.id }}>
            <FormButton variant="secondary" size="sm">
              Send it again
            </FormButton>
          </ActionForm>
        </Notice>
      )}
      {mail.content ? <Content content={mail.content} /> : <Nothing>{unreadable}</Nothing>}
    </>
  );
}

const unreadable =
  "It went out by the mail server, with a private link in it; it isn’t kept here. A new link can be sent from Settings, People.";

function Content({ content }: { content: NonNullable<MailView["content"]> }) {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <figure>
        <figcaption className="mb-2 text-ink-faint">As most people see it</figcaption>
        {/* No scripts, no forms, no way out but links in a new window: what a mail says is not ours to run. */}
        <iframe
          title="The mail as HTML"
          srcDoc={content.html}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          className="h-[46rem] w-full rounded-lg border border-line bg-paper"
        />
      </figure>
      <figure>
        <figcaption className="mb-2 text-ink-faint">As text</figcaption>
        <pre className="whitespace-pre-wrap rounded-lg border border-line bg-paper-raised p-5 font-mono">
          {content.text}
        </pre>
      </figure>
    </div>
  );
}
