import { ActionForm, FormButton, FormText, FormTextarea } from "@/components/studio/action-form";
import { Moment } from "@/components/studio/moment";
import { MoreOptions } from "@/components/studio/more-options";
import { Nothing, PageHead, Panel } from "@/components/studio/page-head";
import { TextLink } from "@/components/ui/text-link";
import { dayWords } from "@/lib/domain/day-words";
import { formatMoney } from "@/lib/domain/money";
import { issueGiftCardAction, resendGiftCardAction } from "@/lib/features/gift-cards/actions";
import type { GiftCardList, GiftCardRow } from "@/lib/features/gift-cards/schema";
import { studioRoutes } from "@/lib/platform/studio-routes";

/** Money that the workshop owes to whoever holds the codes: every card with what happened to it. */
export function GiftCardSettings({ cards, owedMinor, currency, timeZone }: GiftCardList) {
  return (
    <>
      <PageHead
        title="Gift cards"
        lead={`${formatMoney(owedMinor, currency)} is on cards that could be spent today.`}
      />
      <div className="grid max-w-4xl gap-4">
        <Panel>
          <MoreOptions label="Issue a card" look="secondary">
            <IssueForm currency={currency} />
          </MoreOptions>
        </Panel>
        {cards.length === 0 && <Nothing>No card has been bought or issued yet.</Nothing>}
        {cards.map((card) => (
          <Panel
            key={card.cardId}
            title={`Card ending ${card.ending}`}
            aside={`${formatMoney(card.balanceMinor, currency)} of ${formatMoney(card.initialMinor, currency)}`}
          >
            <p className="text-ink-soft">
              For {card.recipientName || "nobody named"}, {originWords(card)},{" "}
              <Moment at={card.issuedAt} timeZone={timeZone} />
            </p>
            <p className="mb-3 text-ink-soft">{deliveryWords(card)}</p>
            <div className="flex flex-wrap gap-3">
              <MoreOptions label="What happened">
                <History card={card} currency={currency} timeZone={timeZone} />
              </MoreOptions>
              {card.balanceMinor > 0 && (
                <MoreOptions label="Send again">
                  <ActionForm
                    action={resendGiftCardAction}
                    fields={{ cardId: card.cardId }}
                    done="On its way."
                    className="grid gap-4"
                  >
                    <FormText
                      name="recipientEmail"
                      type="email"
                      label="To"
                      defaultValue={card.recipientEmail ?? ""}
                      required
                    />
                    <FormButton size="sm">Send</FormButton>
                  </ActionForm>
                </MoreOptions>
              )}
            </div>
          </Panel>
        ))}
      </div>
    </>
  );
}

function originWords({ orderNumber, reason, byName }: GiftCardRow): string {
  if (orderNumber) return `bought with ${orderNumber}`;
  return `issued by ${byName ?? "somebody"}: ${reason}`;
}

function deliveryWords({ recipientEmail, sentAt, sendOn, expiresOn }: GiftCardRow): string {
  const delivery = !recipientEmail
    ? "Printed by its buyer."
    : sentAt
      ? `Sent to ${recipientEmail}.`
      : `Goes to ${recipientEmail}${sendOn ? ` on ${dayWords(sendOn)}` : ""}.`;
  return expiresOn ? `${delivery} Ends after ${dayWords(expiresOn)}.` : delivery;
}

function History({ card, currency, timeZone }: { card: GiftCardRow; currency: string; timeZone: string }) {
  return (
    <ul className="grid gap-1">
      {card.history.map(({ at, words, amountMinor, orderNumber }, index) => (
        <li key={`${index} ${at}`} className="flex justify-between gap-4">
          <span>
            {words} {orderNumber && <TextLink href={studioRoutes.order(orderNumber)}>{orderNumber}</TextLink>}
          </span>
          <span className="whitespace-nowrap tabular-nums">
            {amountMinor < 0 ? "−" : "+"}
            {formatMoney(Math.abs(amountMinor), currency)}{" "}
            <span className="text-ink-faint text-xs">
              <Moment at={at} timeZone={timeZone} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function IssueForm({ currency }: { currency: string }) {
  return (
    <ActionForm
      action={issueGiftCardAction}
      fields={{ currency }}
      done="Issued, and on its way to them."
      className="grid gap-4"
    >
      <FormText
        name="amountMinor"
        label={`Amount, in ${currency}`}
        inputMode="decimal"
        autoComplete="off"
        required
      />
      <FormText name="recipientName" label="For" autoComplete="off" required />
      <FormText name="recipientEmail" type="email" label="Their e-mail" autoComplete="off" required />
      <FormText
        name="reason"
        label="Why"
        hint="For the books; they don’t read it."
        maxLength={200}
        required
      />
      <FormTextarea name="message" label="A message to them" rows={2} maxLength={300} optional />
      <FormText
        name="expiresOn"
        type="date"
        label="Last day"
        hint="Only for goodwill, and where the law lets a card end. Cards that were bought have none."
        optional
      />
      <FormButton size="sm">Issue and send</FormButton>
    </ActionForm>
  );
}
