import type { World } from "./form-world";
import { PASSWORD } from "./form-world";

export type Fields = Record<string, string | string[]>;
export type Who = "nobody" | "artisan" | "owner";

/**
 * A form as the product sends it, and how it can be spoilt beyond what every form has to stand (fields missing, too
 * long, files, keys that nobody asked for: those are made from `good`).
 */
export type FormCase = {
  as: Who;
  good: (world: World) => Fields;
  /** without any one of these it is refused */
  required: string[];
  /** each laid over the good form, and each refused */
  tampered?: (world: World) => Fields[];
  /** a box: whatever it holds but "on" means that it isn't ticked */
  boxes?: string[];
  /** the good form is refused too in this world, and the journeys show that it is taken elsewhere */
  refusedHere?: boolean;
};

const elsewhere = "nobody-knows-this-id";

export const formCases: Record<string, FormCase> = {
  addToBagAction: {
    as: "nobody",
    good: () => ({ ...ring, product: "two-stone-ring", quantity: "1" }),
    required: ["product", "metal", "size.value", "stone.left"],
    tampered: () => [
      { product: "no-such-ring" },
      { metal: "lead" },
      { finish: "gilded" },
      { motif: "skull" },
      { "size.value": "99" },
      { "size.value": "7; DROP TABLE" },
      { "size.system": "klingon" },
      { "stone.left": "diamond" },
      { "stone.nowhere": "ruby" },
      { quantity: "0" },
      { quantity: "-1" },
      { quantity: "21" },
      { quantity: "1.5" },
      { quantity: "1e1" },
      { totalMinor: "1" },
      { unitMinor: "1" },
      { price: "1" },
      { "engraving.inside.text": "For ever 💍", "engraving.inside.font": "jost" },
      { "engraving.inside.text": "For\u0007ever", "engraving.inside.font": "jost" },
      { "engraving.inside.text": "Ada", "engraving.inside.font": "comic-sans" },
      { "engraving.nowhere.text": "Ada", "engraving.nowhere.font": "jost" },
      { "engraving.inside.text": "W".repeat(200), "engraving.inside.font": "jost" },
      { gift: "on", giftMessage: "x".repeat(301) },
      { gift: "on", giftMessage: "a\u0000b" },
      { gift: "maybe" },
    ],
  },
  editLineAction: {
    as: "nobody",
    good: ({ line, cartVersion }) => ({
      ...ring,
      product: "two-stone-ring",
      quantity: "2",
      line: line.id,
      version: String(cartVersion),
      mode: "all",
    }),
    required: ["product", "line", "version", "metal", "size.value", "stone.left"],
    tampered: ({ strangers }) => [
      { line: strangers.id },
      { line: elsewhere },
      { version: "-1" },
      { version: "999" },
      { mode: "none" },
      { unitMinor: "1" },
      { "size.value": "400" },
    ],
  },
  changeBagAction: {
    as: "nobody",
    good: ({ line }) => ({ intent: "quantity", line: line.id, quantity: "3" }),
    required: ["intent", "line", "quantity"],
    tampered: ({ strangers }) => [
      { line: strangers.id },
      { line: elsewhere },
      { intent: "buy" },
      { quantity: "0" },
      { quantity: "999" },
      { unitMinor: "1" },
    ],
  },
  checkoutAction: {
    as: "nobody",
    refusedHere: true,
    good: () => ({
      intent: "pay",
      seen: "",
      email: "ada@example.com",
      name: "Ada Finch",
      line1: "12 Narrow Quay",
      city: "Bristol",
      postalCode: "BS1 4QA",
      country: "GB",
      shippingMethod: "tracked",
    }),
    required: ["seen", "email", "name", "line1", "city", "postalCode", "country", "shippingMethod"],
    tampered: () => [
      { seen: "tampered" },
      { seen: Buffer.from(JSON.stringify({ print: "x".repeat(43), totalMinor: 1 })).toString("base64url") },
      { email: "nobody" },
      { country: "ZZ" },
      { country: "FR" },
      { postalCode: "nonsense" },
      { shippingMethod: "world" },
      { shippingMethod: elsewhere },
      { phone: "<script>" },
      { totalMinor: "1" },
      { name: "Ada\u0000" },
    ],
  },
  payOrderAction: link("token", ({ unpaid }) => unpaid.token),
  acceptDelayAction: { ...link("token", ({ unpaid }) => unpaid.token), refusedHere: true },
  cancelDelayedAction: { ...link("token", ({ unpaid }) => unpaid.token), refusedHere: true },
  orderAgainAction: link("token", ({ unpaid }) => unpaid.token),
  signInAction: {
    as: "nobody",
    good: () => ({ email: "imogen@example.com", password: PASSWORD }),
    required: ["email", "password"],
    tampered: () => [
      { password: "wrong" },
      { email: "imogen@example.com' OR '1'='1" },
      { email: "a\u0000b@example.com" },
      { role: "OWNER" },
    ],
  },
  signOutAction: { as: "artisan", good: () => ({}), required: [] },
  choosePasswordAction: {
    as: "nobody",
    good: ({ passwordLink }) => ({ token: passwordLink, password: "another three words" }),
    required: ["token", "password"],
    tampered: ({ passwordLink }) => [
      { token: `${passwordLink.slice(0, -1)}_` },
      { token: "nonsense" },
      { password: "short" },
    ],
  },
  setUpWorkshopAction: {
    as: "nobody",
    good: () => ({
      ...place,
      currency: "GBP",
      ownerName: "Eve",
      ownerEmail: "eve@example.com",
      password: PASSWORD,
    }),
    required: [
      "workshopName",
      "email",
      "line1",
      "city",
      "country",
      "timeZone",
      "currency",
      "ownerName",
      "ownerEmail",
      "password",
    ],
    refusedHere: true,
  },
  changePasswordAction: {
    as: "artisan",
    good: () => ({ current: PASSWORD, password: "another three words" }),
    required: ["current", "password"],
    tampered: () => [{ current: "wrong" }, { password: "short" }, { userId: "somebody else" }],
  },
  revokeSessionAction: {
    as: "owner",
    good: ({ otherSession }) => ({ sessionId: otherSession.id }),
    required: ["sessionId"],
    tampered: () => [{ sessionId: elsewhere }],
  },
  revokeOtherSessionsAction: { as: "owner", good: () => ({}), required: [] },
  addPersonAction: {
    as: "owner",
    good: () => ({ name: "Cy", email: "cy@example.com", role: "ARTISAN", artisanId: "" }),
    required: ["name", "email", "role"],
    tampered: ({ artisan }) => [
      { email: "imogen@example.com" },
      { email: "nobody" },
      { role: "KING" },
      { artisanId: artisan.artisanId ?? "" },
      { artisanId: elsewhere },
      { name: "Cy\u0000" },
    ],
  },
  resetPasswordAction: person(({ artisan }) => artisan.id),
  disablePersonAction: person(({ artisan }) => artisan.id),
  enablePersonAction: person(({ disabled }) => disabled.id),
  retryMailAction: {
    as: "artisan",
    good: ({ mail }) => ({ mailId: mail.id }),
    required: ["mailId"],
    tampered: () => [{ mailId: elsewhere }, { mailId: "a\u0000b" }],
  },
  revokeOrderLinkAction: order("artisan"),
  renewOrderLinkAction: order("artisan"),
  requestRefundAction: {
    as: "owner",
    good: ({ paid, paidVersion }) => ({
      ...{ orderId: paid.id, version: String(paidVersion) },
      ...{ currency: "GBP", amountMinor: "5.00", reason: "A scratch" },
    }),
    required: ["orderId", "version", "currency", "amountMinor", "reason"],
    tampered: ({ unpaid }) => [
      { orderId: unpaid.id },
      { version: "99" },
      { version: "a" },
      { currency: "USD" },
      { orderId: elsewhere },
      { amountMinor: "0" },
      { amountMinor: "-5" },
      { amountMinor: "99999" },
      { amountMinor: "5.001" },
      { amountMinor: "NaN" },
      { reason: "a\u0000b" },
    ],
  },
  changeJobAction: {
    as: "artisan",
    good: ({ job, artisan }) => ({
      command: "start",
      jobId: job.id,
      version: String(job.version),
      position: String(nextStage(job)),
      artisanId: artisan.artisanId ?? "",
    }),
    required: ["command", "jobId", "version", "position"],
    tampered: ({ job }) => [
      { command: "destroy" },
      { jobId: elsewhere },
      { jobId: "a\u0000b" },
      { version: "0" },
      { version: "999" },
      { version: "x" },
      { position: "99" },
      { position: "-1" },
      { artisanId: elsewhere },
      { command: "finish" },
      { command: "check", result: "passed" },
      { command: "hold", reason: "" },
      { command: "hold", reason: "a\u0000b" },
      { status: "READY", version: String(job.version) },
    ],
  },
  addNoteAction: {
    as: "artisan",
    good: ({ job }) => ({ jobId: job.id, body: "Mind the left stone" }),
    required: ["jobId", "body"],
    tampered: () => [{ jobId: elsewhere }, { body: "   " }, { body: "a\u0000b" }],
  },
  shipOrderAction: {
    as: "artisan",
    good: ({ paid, ready }) => ({
      orderId: paid.id,
      jobIds: [ready],
      carrier: "Royal Mail",
      trackingNumber: "RM 1",
    }),
    required: ["orderId", "jobIds", "carrier", "trackingNumber"],
    tampered: ({ unpaid, job }) => [
      { orderId: unpaid.id },
      { orderId: elsewhere },
      { jobIds: [elsewhere] },
      { jobIds: [job.id] },
      { trackingNumber: " " },
      { trackingNumber: "a\u0000b" },
    ],
  },
  noticeDelayAction: {
    as: "artisan",
    good: ({ paid }) => ({ orderId: paid.id, newShipBy: "2099-01-05", reason: "The assay office is closed" }),
    required: ["orderId", "reason"],
    tampered: () => [
      { orderId: elsewhere },
      { newShipBy: "yesterday" },
      { newShipBy: "2020-01-01" },
      { newShipBy: "2026-02-31" },
      { reason: "a\u0000b" },
    ],
  },
  setPhotoVisibleAction: {
    as: "artisan",
    good: ({ photo }) => ({ photoId: photo.id, visible: "true" }),
    required: ["photoId", "visible"],
    tampered: () => [{ photoId: elsewhere }, { visible: "perhaps" }],
  },
  updateWorkshopAction: {
    as: "owner",
    good: ({ workshopVersion }) => ({
      ...place,
      version: String(workshopVersion),
      hourlyRateMinor: "48.00",
      marginPercent: "35",
      roundToMinor: "5.00",
      checkoutMinutes: "60",
      // "currency" only says how the amounts above are written.
      currency: "GBP",
    }),
    required: [
      "version",
      "workshopName",
      "email",
      "line1",
      "city",
      "country",
      "timeZone",
      "hourlyRateMinor",
      "marginPercent",
      "roundToMinor",
      "checkoutMinutes",
      "currency",
    ],
    tampered: () => [
      { version: "99" },
      { hourlyRateMinor: "-1" },
      { marginPercent: "-5" },
      { checkoutMinutes: "1" },
      { timeZone: "Mars/Olympus" },
      { country: "ZZ" },
      { postalCode: "nonsense" },
      { email: "nobody" },
      { workshopName: "a\u0000b" },
    ],
  },
  setMetalPriceAction: {
    as: "owner",
    good: () => ({ alloyId: "sterling-silver", currency: "GBP", pricePerGramMinor: "1.20" }),
    required: ["alloyId", "currency", "pricePerGramMinor"],
    tampered: () => [
      { alloyId: "lead" },
      { pricePerGramMinor: "0" },
      { pricePerGramMinor: "-1" },
      { pricePerGramMinor: "x" },
    ],
  },
  addArtisanAction: {
    as: "owner",
    good: () => ({ name: "Di", skills: ["forming"], "hours.1.0.start": "09:00", "hours.1.0.end": "13:00" }),
    required: ["name"],
    tampered: () => [
      { skills: ["juggling"] },
      { "hours.1.0.end": "08:00" },
      { "hours.1.0.end": "" },
      { "hours.1.1.start": "10:00", "hours.1.1.end": "11:00" },
      { name: "a\u0000b" },
    ],
  },
  updateArtisanAction: {
    as: "owner",
    good: ({ bench }) => ({
      artisanId: bench.id,
      version: String(bench.version),
      name: "Mara K.",
      skills: ["forming"],
      "hours.1.0.start": "09:00",
      "hours.1.0.end": "13:00",
      position: "1",
      active: "on",
    }),
    required: ["artisanId", "version", "name", "position"],
    boxes: ["active"],
    tampered: () => [
      { artisanId: elsewhere },
      { version: "99" },
      { skills: ["juggling"] },
      { position: "-1" },
    ],
  },
  addTimeOffAction: {
    as: "owner",
    good: ({ bench }) => ({ artisanId: bench.id, from: "2031-06-01", to: "2031-06-05", reason: "" }),
    required: ["artisanId", "from", "to"],
    tampered: () => [
      { artisanId: elsewhere },
      { to: "2031-05-01" },
      { from: "soon" },
      { from: "2031-02-30" },
      { reason: "a\u0000b" },
    ],
  },
  removeTimeOffAction: {
    as: "owner",
    good: ({ timeOff }) => ({ timeOffId: timeOff.id }),
    required: ["timeOffId"],
    tampered: () => [{ timeOffId: elsewhere }],
  },
  addClosureAction: {
    as: "owner",
    good: () => ({ date: "2031-07-01", name: "Fair" }),
    required: ["date", "name"],
    tampered: () => [{ date: "soon" }, { date: "2031-02-30" }, { name: " " }, { name: "a\u0000b" }],
  },
  removeClosureAction: {
    as: "owner",
    good: () => ({ date: "2031-05-05" }),
    required: ["date"],
    tampered: () => [{ date: "2031-05-06" }, { date: "soon" }],
  },
  saveShippingMethodAction: {
    as: "owner",
    good: () => ({
      id: "courier",
      version: "0",
      label: "By courier",
      carrier: "DPD",
      countries: "GB, IE",
      currency: "GBP",
      priceMinor: "12.00",
      typicalDays: "1",
      slowDays: "2",
      trackingUrl: "https://example.com/{number}",
      active: "on",
    }),
    required: [
      ...["id", "version", "label", "carrier", "countries", "currency"],
      ...["priceMinor", "typicalDays", "slowDays"],
    ],
    boxes: ["active"],
    tampered: () => [
      { version: "7" },
      { id: "By Courier" },
      { countries: "ZZ" },
      { priceMinor: "-1" },
      { slowDays: "0" },
      { trackingUrl: "javascript:alert(1)" },
      { trackingUrl: "https://example.com/" },
      { label: "a\u0000b" },
    ],
  },
  updateProductCopyAction: {
    as: "owner",
    good: ({ productVersion }) => ({
      slug: "two-stone-ring",
      version: String(productVersion),
      name: "Two-stone ring",
      summary: "A ring with two stones.",
      story: "Drawn in an evening.",
      making: "Cast, then finished by hand.",
      variationNote: "No two are alike.",
      care: "Wipe it dry.",
    }),
    required: ["slug", "version", "name", "summary", "story", "making", "variationNote", "care"],
    tampered: () => [
      { slug: "no-such-ring" },
      { version: "0" },
      { version: "99" },
      { name: " " },
      { priceFromMinor: "1" },
    ],
  },
  setProductStatusAction: {
    as: "owner",
    good: ({ productVersion }) => ({
      slug: "two-stone-ring",
      version: String(productVersion),
      status: "RETIRED",
    }),
    required: ["slug", "version", "status"],
    tampered: () => [{ slug: "no-such-ring" }, { version: "99" }, { status: "DRAFT" }, { status: "FREE" }],
  },
};

const ring = {
  metal: "sterling-silver",
  finish: "polished",
  "size.system": "us",
  "size.value": "7",
  "stone.left": "ruby",
};

const place = {
  workshopName: "Alder & Finch",
  email: "hello@example.com",
  phone: "",
  line1: "12 Narrow Quay",
  line2: "",
  city: "Bristol",
  region: "England",
  postalCode: "BS1 4QA",
  country: "GB",
  timeZone: "Europe/London",
};

function link(field: string, value: (world: World) => string): FormCase {
  return {
    as: "nobody",
    good: (world) => ({ [field]: value(world) }),
    required: [field],
    tampered: () => [{ [field]: "x".repeat(27) }, { [field]: "../../studio" }, { [field]: "a\u0000b" }],
  };
}

function person(userId: (world: World) => string): FormCase {
  return {
    as: "owner",
    good: (world) => ({ userId: userId(world) }),
    required: ["userId"],
    tampered: () => [{ userId: elsewhere }, { userId: "a\u0000b" }],
  };
}

function order(as: Who): FormCase {
  return {
    as,
    good: ({ paid }) => ({ orderId: paid.id }),
    required: ["orderId"],
    tampered: () => [{ orderId: elsewhere }, { orderId: "a\u0000b" }],
  };
}

function nextStage({ stages }: World["job"]): number {
  return Math.min(...stages.filter(({ status }) => status === "PLANNED").map(({ position }) => position));
}
