import { elsewhere, type FormCase } from "./form-case";

export const moneyForms: Record<string, FormCase> = {
  saveDiscountAction: {
    as: "owner",
    good: () => ({
      ...{ id: "", version: "0", currency: "GBP", code: "SPRING", kind: "PERCENT", value: "10" },
      ...{ fromDay: "", untilDay: "2031-06-01", minimumMinor: "", maxUses: "5", maxUsesPerEmail: "" },
    }),
    required: ["id", "version", "currency", "code", "kind", "value", "fromDay", "untilDay", "maxUses"],
    tampered: () => [
      { code: "a b" },
      { code: "x\u0000y" },
      { value: "0" },
      { value: "101" },
      { value: "-5" },
      { value: "1e3" },
      { kind: "FREE" },
      { untilDay: "2031-02-30" },
      { fromDay: "2031-07-01" },
      { maxUses: "0" },
      { maxUsesPerEmail: "-1" },
      { minimumMinor: "x" },
      { version: "7", id: elsewhere },
    ],
  },
  pauseDiscountAction: {
    as: "owner",
    good: ({ discount }) => ({ id: discount.id, version: String(discount.version), paused: "yes" }),
    required: ["id", "version", "paused"],
    tampered: () => [{ id: elsewhere }, { version: "99" }, { paused: "maybe" }],
  },
  buyGiftCardAction: {
    as: "nobody",
    good: () => ({
      ...{ currency: "GBP", choice: "5000", amountMinor: "", name: "Ada Finch", email: "ada@example.com" },
      ...{ recipientName: "Bea", by: "email", recipientEmail: "bea@example.com", message: "", sendOn: "" },
    }),
    required: ["choice", "name", "email", "recipientName", "by", "recipientEmail"],
    tampered: () => [
      { choice: "other", amountMinor: "1.00" },
      { choice: "other", amountMinor: "5000.00" },
      { choice: "other", amountMinor: "-60" },
      { choice: "100001" },
      { email: "nobody" },
      { recipientEmail: "nobody" },
      { sendOn: "2020-01-01" },
      { sendOn: "2031-02-30" },
      { message: "a\u202eb" },
      { message: "a\u0000b" },
      { by: "pigeon" },
      { balanceMinor: "1" },
    ],
  },
  balanceAction: {
    as: "nobody",
    good: ({ giftCard }) => ({ code: giftCard.code }),
    required: ["code"],
    tampered: () => [{ code: "0000-0000-0000-0000" }, { code: "a\u0000b" }, { code: " " }],
  },
  issueGiftCardAction: {
    as: "owner",
    good: () => ({
      ...{ currency: "GBP", amountMinor: "25.00", recipientName: "Bea", recipientEmail: "bea@example.com" },
      ...{ reason: "For the scratch", message: "", expiresOn: "" },
    }),
    required: ["currency", "amountMinor", "recipientName", "recipientEmail", "reason"],
    tampered: () => [
      { amountMinor: "0" },
      { amountMinor: "-1" },
      { amountMinor: "99999999" },
      { recipientEmail: "nobody" },
      { reason: " " },
      { expiresOn: "2020-01-01" },
      { message: "a\u0000b" },
    ],
  },
  resendGiftCardAction: {
    as: "owner",
    good: ({ giftCard }) => ({ cardId: giftCard.id, recipientEmail: "bea@example.com" }),
    required: ["cardId", "recipientEmail"],
    tampered: () => [{ cardId: elsewhere }, { recipientEmail: "nobody" }],
  },
  previewMetalPriceAction: {
    as: "owner",
    good: () => ({ alloyId: "sterling-silver", currency: "GBP", pricePerGramMinor: "1.20" }),
    required: ["alloyId", "currency", "pricePerGramMinor"],
    tampered: () => [{ alloyId: "lead" }, { pricePerGramMinor: "0" }, { pricePerGramMinor: "x" }],
  },
  changeProductMakingAction: making(),
  previewProductMakingAction: { ...making(), tampered: () => badMakings },
};

const badMakings: Record<string, string>[] = [
  { slug: "no-such-ring" },
  { volumeMm3: "0" },
  { volumeMm3: "-3" },
  { volumeMm3: "1e9" },
  { lossPercent: "80" },
  { "stage.forming.typical": "0" },
  { "stage.forming.typical": "1.5" },
  { "stage.forming.typical": "90", "stage.forming.badDay": "60" },
  { "stage.forming.badDay": "" },
  { "stage.forming.badDay": "99999" },
  { "stage.juggling.typical": "5", "stage.juggling.badDay": "6" },
  { "stage.casting.typical": "3" },
  { "finding.0.label": "Clasp" },
  { "finding.0.price": "2.00" },
  { "finding.0.label": "Clasp", "finding.0.price": "two" },
  { volumeMm3: "a\u0000b" },
];

function making(): FormCase {
  return {
    as: "owner",
    good: ({ productVersion }) => ({
      ...{ slug: "two-stone-ring", version: String(productVersion) },
      ...{ volumeMm3: "250", referenceMm: "54", volumePerMm: "4", lossPercent: "5" },
      ...{ "stage.forming.typical": "60", "stage.forming.badDay": "90" },
    }),
    required: ["slug", "version", "volumeMm3", "referenceMm", "volumePerMm", "lossPercent"],
    tampered: () => [...badMakings, { version: "99" }],
  };
}
