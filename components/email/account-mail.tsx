import { MailLayout } from "@/components/email/layout";
import { LinkButton, Paragraph, Small, Title } from "@/components/email/parts";
import { longDay } from "@/components/email/words";
import type { MailContext, MailData } from "@/lib/features/mailbox/schema";

type Props = { data: MailData<"studio-welcome">; context: MailContext };

export function studioWelcomeSubject(_data: Props["data"], { shop }: MailContext): string {
  return `Your place in the studio of ${shop.name}`;
}

export function StudioWelcome({ data, context }: Props) {
  return (
    <AccountMail data={data} context={context} title={`Welcome, ${data.name}`} button="Choose your password">
      {data.byName} has added you to the studio of {context.shop.name}: the queue, the bench tickets, the
      parcels. Choose a password, and you are in.
    </AccountMail>
  );
}

export function passwordResetSubject(_data: Props["data"], { shop }: MailContext): string {
  return `Choose a new password for ${shop.name}`;
}

export function PasswordReset({ data, context }: Props) {
  return (
    <AccountMail data={data} context={context} title="Choose a new password" button="Choose a new password">
      {data.name}, {data.byName} has reset your password for the studio. The old one no longer works, and
      every browser is signed out.
    </AccountMail>
  );
}

type AccountProps = Props & { title: string; button: string; children: React.ReactNode };

function AccountMail({ data, context: { shop, passwordLink }, title, button, children }: AccountProps) {
  return (
    <MailLayout
      shop={shop}
      preview={`The link works until ${longDay(data.linkExpiresAt.slice(0, 10))}.`}
      because={`You get this mail because ${data.byName} looks after the studio's accounts.`}
    >
      <Title>{title}</Title>
      <Paragraph>{children}</Paragraph>
      <LinkButton href={passwordLink ?? shop.url}>{button}</LinkButton>
      <Small>
        The link works once, until {longDay(data.linkExpiresAt.slice(0, 10))}. If you didn’t expect this mail,
        tell {data.byName} and leave the link alone.
      </Small>
    </MailLayout>
  );
}
