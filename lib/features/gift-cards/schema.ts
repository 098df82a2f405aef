import { z } from "zod";
import { personalText } from "@/lib/domain/address";

export const LEAST_GIFT_CARD = 1_000;
export const MOST_GIFT_CARD = 100_000;

const emailSchema = (missing: string) =>
  z
    .string(missing)
    .transform((typed) => typed.trim().toLowerCase())
    .pipe(
      z
        .email("That doesn’t look like an e-mail address; they look like ada@example.com.")
        .max(254, "That’s longer than an e-mail address can be."),
    );

/** Everything that may be seen, and line breaks; it is printed on the card. */
const unprintable = /[^\P{Cc}\n]|[\p{Cs}\u200b\u2028-\u202e\u2066-\u2069\ufeff]/u;
const messageSchema = z
  .string("A message is plain text.")
  .default("")
  .transform((typed) => typed.replace(/\r\n?/g, "\n").trim())
  .pipe(
    z
      .string()
      .max(300, "At most 300 characters fit on the card.")
      .refine((text) => !unprintable.test(text), "Please use visible characters only."),
  );
const optionalDay = z
  .string()
  .default("")
  .transform((typed) => typed.trim() || null)
  .pipe(z.iso.date("Please give a day, or leave it empty.").nullable());

export const buyGiftCardSchema = z
  .strictObject({
    amountMinor: z
      .int("Please give an amount, such as 60.00.")
      .min(LEAST_GIFT_CARD, "A gift card holds at least 10.")
      .max(MOST_GIFT_CARD, "A gift card holds at most 1,000. For more, please buy several."),
    name: personalText("We need your name, for the card and the receipt.", 80),
    email: emailSchema("We need an e-mail address for the receipt."),
    recipientName: personalText("Whose card is it? The name stands on it.", 80),
    by: z.enum(["email", "print"], "Choose how it should reach them."),
    recipientEmail: z.string().trim().max(254).default(""),
    message: messageSchema,
    sendOn: optionalDay,
  })
  .superRefine((form, context) => {
    if (form.by === "print") return;
    const read = emailSchema("").safeParse(form.recipientEmail);
    if (read.success) return;
    const message = "We need their e-mail address to send it, such as ada@example.com.";
    context.addIssue({ code: "custom", path: ["recipientEmail"], message });
  })
  .transform(({ by, recipientEmail, sendOn, ...form }) => ({
    ...form,
    recipientEmail: by === "email" ? recipientEmail.toLowerCase() : null,
    sendOn: by === "email" ? sendOn : null,
  }));
export type BuyGiftCard = z.output<typeof buyGiftCardSchema>;

export const balanceSchema = z.strictObject({
  code: z
    .string("Please type the code.")
    .trim()
    .min(1, "Please type the code.")
    .max(60, "That’s longer than a code can be."),
});
export type BalanceView = { ending: string; balance: string; expiresOn: string | null };

export const issueGiftCardSchema = z.strictObject({
  amountMinor: z
    .int("Please give an amount, such as 25.00.")
    .min(1, "Please give more than nothing.")
    .max(1_000_000, "That is too much."),
  recipientName: personalText("Please type a name.", 80),
  recipientEmail: emailSchema("Please type an e-mail address."),
  reason: z
    .string("Please say why, for the books.")
    .trim()
    .min(1, "Please say why, for the books.")
    .max(200, "Please use at most 200 characters."),
  message: messageSchema,
  expiresOn: optionalDay,
});
export type IssueGiftCard = z.output<typeof issueGiftCardSchema>;

export const resendGiftCardSchema = z.strictObject({
  cardId: z.string().min(1).max(60),
  recipientEmail: emailSchema("Please type an e-mail address."),
});

export type GiftCardRow = {
  cardId: string;
  ending: string;
  initialMinor: number;
  balanceMinor: number;
  recipientName: string;
  recipientEmail: string | null;
  /** the order that bought it */
  orderNumber: string | null;
  reason: string;
  byName: string | null;
  issuedAt: string;
  sentAt: string | null;
  sendOn: string | null;
  expiresOn: string | null;
  history: { at: string; words: string; amountMinor: number; orderNumber: string | null }[];
};
export type GiftCardList = {
  cards: GiftCardRow[];
  /** what holders could spend tomorrow: owed by the workshop */
  owedMinor: number;
  currency: string;
  timeZone: string;
};

/** What the buyer of a card sees on the order's page, and prints. */
export type PrintedCard = {
  code: string;
  amountMinor: number;
  currency: string;
  recipientName: string;
  fromName: string;
  message: string;
  shopName: string;
};
