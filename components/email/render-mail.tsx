import { render } from "@react-email/render";
import type { ReactElement } from "react";
import {
  PasswordReset,
  passwordResetSubject,
  StudioWelcome,
  studioWelcomeSubject,
} from "@/components/email/account-mail";
import { ChangeEnded, changeEndedSubject } from "@/components/email/change-ended";
import { ChangeProposed, changeProposedSubject } from "@/components/email/change-proposed";
import {
  GiftCardBought,
  GiftCardMail,
  giftCardBoughtSubject,
  giftCardSubject,
} from "@/components/email/gift-card-mail";
import { OrderCancelled, orderCancelledSubject } from "@/components/email/order-cancelled";
import { OrderConfirmed, orderConfirmedSubject } from "@/components/email/order-confirmed";
import { OrderDelayed, orderDelayedSubject } from "@/components/email/order-delayed";
import { OrderLink, orderLinkSubject } from "@/components/email/order-link-mail";
import { OrderRefunded, orderRefundedSubject } from "@/components/email/order-refunded";
import { OrderShipped, orderShippedSubject } from "@/components/email/order-shipped";
import { PaymentPending, paymentPendingSubject } from "@/components/email/payment-pending";
import { PieceChanged, pieceChangedSubject } from "@/components/email/piece-changed";
import { ProofSent, proofSentSubject } from "@/components/email/proof-sent";
import { SizerPosted, sizerPostedSubject } from "@/components/email/sizer-posted";
import type { MailContent, MailContext } from "@/lib/features/mailbox/schema";

export type RenderedMail = { subject: string; html: string; text: string };

const htmlToTextOptions = {
  wordwrap: 78,
  selectors: [
    ...["h1", "h2"].map((selector) => ({
      selector,
      options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 },
    })),
    // What a picture shows is said in words below it.
    { selector: "img", format: "skip" },
  ],
};

export async function renderMail(content: MailContent, context: MailContext): Promise<RenderedMail> {
  const { subject, body } = chooseTemplate(content, context);
  const [html, text] = await Promise.all([
    render(body),
    render(body, { plainText: true, htmlToTextOptions }),
  ]);
  return { subject, html, text };
}

function chooseTemplate(content: MailContent, context: MailContext): { subject: string; body: ReactElement } {
  const { template, data } = content;
  switch (template) {
    case "order-confirmed":
      return { subject: orderConfirmedSubject(data), body: <OrderConfirmed data={data} context={context} /> };
    case "payment-pending":
      return { subject: paymentPendingSubject(data), body: <PaymentPending data={data} context={context} /> };
    case "order-shipped":
      return { subject: orderShippedSubject(data), body: <OrderShipped data={data} context={context} /> };
    case "order-delayed":
      return { subject: orderDelayedSubject(data), body: <OrderDelayed data={data} context={context} /> };
    case "order-refunded":
      return { subject: orderRefundedSubject(data), body: <OrderRefunded data={data} context={context} /> };
    case "order-cancelled":
      return { subject: orderCancelledSubject(data), body: <OrderCancelled data={data} context={context} /> };
    case "proof-sent":
      return { subject: proofSentSubject(data), body: <ProofSent data={data} context={context} /> };
    case "change-proposed":
      return { subject: changeProposedSubject(data), body: <ChangeProposed data={data} context={context} /> };
    case "piece-changed":
      return { subject: pieceChangedSubject(data), body: <PieceChanged data={data} context={context} /> };
    case "change-ended":
      return { subject: changeEndedSubject(data), body: <ChangeEnded data={data} context={context} /> };
    case "order-link":
      return { subject: orderLinkSubject(data), body: <OrderLink data={data} context={context} /> };
    case "gift-card":
      return {
        subject: giftCardSubject(data, context),
        body: <GiftCardMail data={data} context={context} />,
      };
    case "gift-card-bought":
      return { subject: giftCardBoughtSubject(data), body: <GiftCardBought data={data} context={context} /> };
    case "sizer-posted":
      return { subject: sizerPostedSubject, body: <SizerPosted data={data} context={context} /> };
    case "studio-welcome":
      return {
        subject: studioWelcomeSubject(data, context),
        body: <StudioWelcome data={data} context={context} />,
      };
    case "password-reset":
      return {
        subject: passwordResetSubject(data, context),
        body: <PasswordReset data={data} context={context} />,
      };
  }
}
