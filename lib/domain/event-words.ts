import type { DomainEvent } from "@/lib/domain/event";
import { counted } from "@/lib/domain/sentence";

/** How money and days are written; the page knows locale and currency's form. */
export type EventFormat = {
  money: (minor: number, currency: string) => string;
  /** "2026-12-08" to "Tue 8 Dec" */
  day: (date: string) => string;
};

/** One sentence for the studio, without who and when: those stand beside it. */
export function describeEvent(event: DomainEvent, format: EventFormat): string {
  const { type, data } = event;
  switch (type) {
    case "ORDER_PLACED":
      return `Order placed: ${pieces(data.pieces)}, ${format.money(data.totalMinor, data.currency)}`;
    case "CHECKOUT_OPENED":
      return `Checkout opened for ${format.money(data.amountMinor, data.currency)}`;
    case "CHECKOUT_EXPIRED":
      return "Checkout ran out";
    case "PAYMENT_ANNOUNCED":
      return "Payment announced; the money is on its way";
    case "PAYMENT_FAILED":
      return "Payment failed";
    case "ORDER_PAID":
      return `Paid ${paidBy(data, format)}${data.late ? ", after the checkout had run out" : ""}`;
    case "SURPLUS_RECEIVED":
      return `${data.forChange ? "Paid for a change that couldn’t be made" : "Paid a second time"}: ${format.money(data.amountMinor, data.currency)} goes back`;
    case "PAYMENT_HELD":
      return `Paid ${format.money(data.amountMinor, data.currency)}, but ${format.money(data.expectedMinor, data.currency)} was asked: held until you decide`;
    case "PROMISE_RENEWED":
      return `${ofParcel(data)}Promised anew when the money came: leaves by ${format.day(data.shipBy)}`;
    case "ORDER_EXPIRED":
      return "Order expired without payment";
    case "ORDER_CANCELLED":
      return `Order cancelled: ${data.reason}`;
    case "REFUND_REQUESTED":
      return `Refund of ${format.money(data.amountMinor, data.currency)} requested: ${data.reason}`;
    case "REFUND_SUCCEEDED":
      return `Refunded ${format.money(data.amountMinor, data.currency)}`;
    case "REFUND_FAILED":
      return `Refund of ${format.money(data.amountMinor, data.currency)} failed`;
    case "DELAY_NOTICED":
      return `${ofParcel(data)}Delay told to the buyer: ${format.day(data.promisedShipBy)} becomes ${data.newShipBy ? format.day(data.newShipBy) : "a day we don’t know yet"} (${data.reason})`;
    case "DELAY_ACCEPTED":
      return `${ofParcel(data)}The buyer agreed to wait ${data.newShipBy ? `until ${format.day(data.newShipBy)}` : "for a day we don’t know yet"}`;
    case "PARCEL_SHIPPED":
      return `Sent ${pieces(data.pieces)} with ${data.carrier}, ${data.trackingNumber}`;
    case "ORDER_SHIPPED":
      return "Every piece has left the workshop";
    case "ORDER_LINK_REVOKED":
      return "The buyer’s link was closed";
    case "ORDER_LINK_RENEWED":
      return "The buyer has a new link; the old one is closed";
    case "JOB_QUEUED":
      return `${data.number} joined the queue: ${data.product}`;
    case "STAGE_STARTED":
      return `${data.label} started${data.artisan ? ` by ${data.artisan}` : ""}`;
    case "STAGE_PUT_BACK":
      return `${data.label} put back in the queue`;
    case "STAGE_FINISHED":
      return `${data.label} finished${took(data.minutes)}`;
    case "CHECK_PASSED":
      return `${data.label} passed${took(data.minutes)}`;
    case "CHECK_FAILED":
      return `${data.label} failed, back to polishing: ${data.note}`;
    case "JOB_FINISHED":
      return `${data.number} is ready to leave`;
    case "JOB_HELD":
      return `Put on hold: ${data.reason}`;
    case "JOB_RESUMED":
      return "Taken off hold";
    case "RUSH_SET":
      return "Marked as rush";
    case "RUSH_CLEARED":
      return "No longer rush";
    case "NOTE_ADDED":
      return "Note added";
    case "PHOTO_ADDED":
      return "Photo added";
    case "PHOTO_SHOWN":
      return "Photo shown to the buyer";
    case "PHOTO_HIDDEN":
      return "Photo hidden from the buyer";
    case "JOB_SHIPPED":
      return `${data.number} sent with ${data.carrier}`;
    case "JOB_CANCELLED":
      return `Piece cancelled: ${data.reason}`;
    case "PROOF_SENT":
      return `Proof ${data.number} sent${data.changes.length > 0 ? `, changed: ${lower(data.changes)}` : ""}`;
    case "PROOF_REMINDED":
      return `Asked once more about proof ${data.number}`;
    case "PROOF_APPROVED":
      return `Proof ${data.number} approved, spec ${data.spec.slice(0, 12)}`;
    case "PROOF_COMMENTED":
      return `Proof ${data.number} answered with a comment`;
    case "PROPOSAL_WITHDRAWN":
      return `Proposal ${data.number} withdrawn`;
    case "CHANGE_ASKED":
      return "The buyer asks for a change";
    case "CHANGE_ASK_DECLINED":
      return "The buyer’s wish for a change was answered without one";
    case "CHANGE_PROPOSED":
      return `Change ${data.number} proposed: ${lower(data.changes)}${difference(data, format)}`;
    case "CHANGE_DECLINED":
      return `Change ${data.number} declined by the buyer`;
    case "CHANGE_EXPIRED":
      return `Change ${data.number} ended without an answer`;
    case "CHANGE_OVERTAKEN":
      return `Change ${data.number} came to nothing: ${data.because}`;
    case "CHANGE_PAID":
      return `Paid ${format.money(data.amountMinor, data.currency)} more for a change`;
    case "SPEC_CHANGED":
      return `Version ${data.version} agreed by the buyer: ${lower(data.changes)}${difference(data, format)}`;
    case "WORKSHOP_SET_UP":
      return `Workshop ${data.name} set up`;
    case "WORKSHOP_CHANGED":
      return `Workshop changed: ${data.fields.join(", ")}`;
    case "ARTISAN_ADDED":
      return `${data.artisan} joined the bench`;
    case "ARTISAN_CHANGED":
      return `${data.artisan} changed: ${data.fields.join(", ")}`;
    case "TIME_OFF_ADDED":
      return `${data.artisan} is away ${span(data, format)}`;
    case "TIME_OFF_REMOVED":
      return `${data.artisan} is no longer away ${span(data, format)}`;
    case "CLOSURE_ADDED":
      return `Workshop closed on ${format.day(data.date)}: ${data.name}`;
    case "CLOSURE_REMOVED":
      return `Workshop open on ${format.day(data.date)} after all`;
    case "SIZER_REQUESTED":
      return "Somebody asked for a ring sizer";
    case "SIZER_POSTED":
      return "A ring sizer was posted";
    case "METAL_PRICE_SET":
      return `${data.alloy} now ${format.money(data.pricePerGramMinor, data.currency)} a gram`;
    case "DISCOUNT_CODE_SAVED":
      return `Discount code ${data.code} saved: ${data.fields.join(", ")}`;
    case "DISCOUNT_CODE_PAUSED":
      return `Discount code ${data.code} paused`;
    case "DISCOUNT_CODE_RESUMED":
      return `Discount code ${data.code} counts again`;
    case "GIFT_CARD_ISSUED":
      return `Gift card ending ${data.ending} issued: ${format.money(data.amountMinor, data.currency)}${data.reason ? ` (${data.reason})` : ""}`;
    case "GIFT_CARD_SENT":
      return `Gift card ending ${data.ending} sent`;
    case "GIFT_CARD_EXPIRED":
      return `Gift card ending ${data.ending} ended with ${format.money(data.amountMinor, data.currency)} on it`;
    case "SHIPPING_METHOD_CHANGED":
      return `Delivery by ${data.method} changed: ${data.fields.join(", ")}`;
    case "PRODUCT_CHANGED":
      return `${data.product} changed: ${data.fields.join(", ")}`;
    case "PLAN_ADOPTED":
      return `${data.stage} is planned as ${data.ratio} × what it was, in ${counted(data.designs, "design")}`;
    case "PICTURE_UPLOADED":
      return `A photo of ${data.product} was sent`;
    case "PICTURE_DISCARDED":
      return `A photo of ${data.product} was thrown away`;
    case "PRODUCT_PUBLISHED":
      return `${data.product} is in the shop`;
    case "PRODUCT_RETIRED":
      return `${data.product} is no longer in the shop`;
    case "PERSON_ADDED":
      return `${data.person} may sign in to the studio, as ${data.role === "OWNER" ? "owner" : "artisan"}`;
    case "PERSON_DISABLED":
      return `${data.person} may no longer sign in`;
    case "PERSON_ENABLED":
      return `${data.person} may sign in again`;
    case "PASSWORD_RESET":
      return `The password of ${data.person} was reset`;
    default:
      return forgotten(event);
  }
}

/**
 * What the buyer reads on the order's page; null where it is the workshop's own business: rush, notes, a failed check
 * (the piece simply goes on being made), money beside the buyer's own.
 */
export function describeEventForBuyer(event: DomainEvent, format: EventFormat): string | null {
  const { type, data } = event;
  switch (type) {
    case "ORDER_PLACED":
      return "You placed the order";
    case "ORDER_PAID":
      return `Your payment of ${paidBy(data, format)} arrived; your order joined our queue`;
    case "PAYMENT_ANNOUNCED":
      return "Your payment is on its way to us";
    case "PAYMENT_FAILED":
      return "Your payment didn’t go through";
    case "PROMISE_RENEWED":
      return `${ofParcel(data)}Because the payment came later than planned, it leaves us by ${format.day(data.shipBy)}`;
    case "GIFT_CARD_ISSUED":
      return `Your gift card of ${format.money(data.amountMinor, data.currency)} is ready`;
    case "GIFT_CARD_SENT":
      return "We sent your gift card";
    case "SURPLUS_RECEIVED":
      return `${data.forChange ? "Your change couldn’t be made" : "You paid a second time"}: ${format.money(data.amountMinor, data.currency)} goes back to you`;
    case "ORDER_CANCELLED":
      return "The order was cancelled";
    case "REFUND_SUCCEEDED":
      return `We refunded ${format.money(data.amountMinor, data.currency)}`;
    case "DELAY_NOTICED":
      return data.newShipBy
        ? `${ofParcel(data)}We told you about a delay: it leaves us by ${format.day(data.newShipBy)}`
        : `${ofParcel(data)}We told you about a delay whose end we don’t know yet`;
    case "DELAY_ACCEPTED":
      return `${ofParcel(data)}You agreed to wait`;
    case "STAGE_STARTED":
      return `${data.buyerLabel}: begun`;
    case "STAGE_FINISHED":
    case "CHECK_PASSED":
      return `${data.buyerLabel}: done`;
    case "PROOF_SENT":
      return "We sent you a proof to look at";
    case "PROOF_APPROVED":
      return "You approved the proof";
    case "PROOF_COMMENTED":
      return "You commented on the proof";
    case "CHANGE_ASKED":
      return "You asked for a change";
    case "CHANGE_PROPOSED":
      return `We proposed a change: ${lower(data.changes)}`;
    case "CHANGE_DECLINED":
      return "You declined the change";
    case "CHANGE_EXPIRED":
      return "The proposed change ended without an answer; the piece stays as it was";
    case "CHANGE_OVERTAKEN":
      return `The change came too late: ${data.because} The piece stays as it was`;
    case "CHANGE_PAID":
      return `Your payment of ${format.money(data.amountMinor, data.currency)} for the change arrived`;
    case "SPEC_CHANGED":
      return `Changed as you agreed: ${lower(data.changes)}${difference(data, format)}`;
    case "PARCEL_SHIPPED":
      return `${pieces(data.pieces, "Your piece", "pieces of yours")} left the workshop with ${data.carrier}`;
    default:
      return null;
  }
}

function lower(changes: readonly string[]): string {
  return changes.map((label) => label.slice(0, 1).toLowerCase() + label.slice(1)).join(", ");
}

/** ", £12.00 more": nothing where the price stays. */
function difference(data: { differenceMinor: number; currency: string }, format: EventFormat): string {
  const { differenceMinor, currency } = data;
  if (differenceMinor === 0) return "";
  return `, ${format.money(Math.abs(differenceMinor), currency)} ${differenceMinor > 0 ? "more" : "less"}`;
}

function paidBy(
  data: { amountMinor: number; giftCardMinor?: number | undefined; currency: string },
  format: EventFormat,
): string {
  const byCard = format.money(data.amountMinor, data.currency);
  if (!data.giftCardMinor) return byCard;
  const byGiftCard = `${format.money(data.giftCardMinor, data.currency)} by gift card`;
  return data.amountMinor === 0 ? byGiftCard : `${byCard} by card and ${byGiftCard}`;
}

function pieces(count: number, one = "1 piece", many = "pieces"): string {
  return count === 1 ? one : `${count} ${many}`;
}

function took(minutes: number | null): string {
  return minutes === null ? "" : ` after ${duration(minutes)}`;
}

/** Elapsed days for what was outside, hours and minutes at the bench. */
function duration(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole} min`;
  if (whole < 1440)
    return whole % 60 === 0 ? `${whole / 60} h` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
  return `${(whole / 1440).toFixed(1)} days`;
}

function span(data: { from: string; to: string }, format: EventFormat): string {
  return data.from === data.to
    ? `on ${format.day(data.from)}`
    : `from ${format.day(data.from)} to ${format.day(data.to)}`;
}

function forgotten(event: never): never {
  throw new Error(`No words for ${JSON.stringify(event)}`);
}

/** Named only where an order has several. */
function ofParcel({ parcel }: { parcel?: number | undefined }): string {
  return parcel ? `Parcel ${parcel}: ` : "";
}
