import { describe, expect, it } from "vitest";
import { renderMail } from "@/components/email/render-mail";
import {
  type MailContent,
  type MailContext,
  type MailData,
  mailTemplates,
} from "@/lib/features/mailbox/schema";

const context: MailContext = {
  shop: {
    name: "Alder & Finch",
    email: "hello@alderandfinch.example",
    phone: "+44 117 496 0142",
    address: ["14 Tannery Row", "Bristol BS1 6QF"],
    url: "https://shop.example",
  },
  passwordLink: "https://shop.example/choose-password?token=abc.1.def",
  proposalLink: "https://shop.example/proposals/tok_def",
  parcels: [],
  giftCode: "7QX4-9TKM-03BD-V8WZ",
};

const order = { orderNumber: "TM-1042", token: "tok_abc", buyerName: "Anna Lindqvist" };
const ring = {
  name: "River band",
  quantity: 1,
  spec: [
    { label: "Metal", value: "Sterling silver" },
    { label: "Engraving, inside", value: "für  immer" },
  ],
  picture: { specHash: "a".repeat(64), alt: "River band in sterling silver.", note: null },
};

const proposal = {
  ...order,
  proposalId: "p1",
  productName: "River band",
  number: 2,
  pieces: ["TM-1042-1"],
};
const words = [
  { label: "Metal", before: "Sterling silver (925)", after: "Sterling silver (925)", changed: false },
  { label: "Engraving, inside", before: "“für immer”", after: "“für  immer”", changed: true },
];

const samples: { [Template in MailContent["template"]]: MailData<Template> } = {
  "order-confirmed": {
    ...order,
    currency: "GBP",
    lines: [
      {
        ...ring,
        quantity: 2,
        totalMinor: 36_000,
        gift: true,
        giftMessage: "With love, A.",
        returnable: false,
        personalBecause: "it carries your own words",
      },
    ],
    discount: null,
    giftCardMinor: 0,
    subtotalMinor: 36_000,
    shippingMinor: 650,
    taxMinor: 6_108,
    totalMinor: 36_650,
    shippingLabel: "Royal Mail Special Delivery",
    shipTo: ["Anna Lindqvist", "3 Quay Street", "Bath BA1 1AA", "United Kingdom"],
    shipBy: "2026-12-08",
    arrivesP50: "2026-12-09",
    arrivesP90: "2026-12-11",
    parcels: [],
  },
  "payment-pending": { ...order, currency: "GBP", totalMinor: 36_650 },
  "order-shipped": {
    ...order,
    pieces: [ring],
    carrier: "Royal Mail",
    trackingNumber: "AB123456789GB",
    trackingUrl: "https://carrier.example/AB123456789GB",
    shippedOn: "2026-12-08",
    arrivesP50: "2026-12-31",
    arrivesP90: "2027-01-04",
    stillToCome: 1,
    parcel: null,
    next: null,
    gift: false,
  },
  "order-delayed": {
    ...order,
    pieces: [ring],
    reason: "The stone we had set aside cracked in setting, and its replacement is on its way.",
    promisedShipBy: "2026-12-08",
    newShipBy: "2026-12-16",
    consent: "silence",
    answerBy: null,
    parcels: 1,
  },
  "order-refunded": {
    ...order,
    currency: "GBP",
    amountMinor: 4_000,
    reason: "the box arrived dented",
    giftCardEnding: null,
    whole: false,
  },
  "order-cancelled": { ...order, currency: "GBP", refundedMinor: 0, reason: "" },
  "proof-sent": {
    ...{ ...proposal, words, note: "The umlaut sits well.", reminder: false },
    ...{ differenceMinor: 0, currency: "GBP", picture: ring.picture },
  },
  "change-proposed": {
    ...{ ...proposal, words, note: "", differenceMinor: 1_250, currency: "GBP" },
    ...{ shipBy: "2026-12-10", expiresOn: "2026-11-30" },
  },
  "piece-changed": {
    ...{ ...proposal, words, differenceMinor: -1_250, currency: "GBP" },
    ...{ shipBy: null, returnable: false },
  },
  "change-ended": {
    ...proposal,
    because: "The size can’t be changed any more: casting has begun.",
    paidBack: true,
  },
  "order-link": order,
  "gift-card": {
    cardId: "card",
    currency: "GBP",
    amountMinor: 10_000,
    recipientName: "Bea",
    fromName: "Anna Lindqvist",
    message: "For the ring that you looked at.",
    expiresOn: null,
  },
  "gift-card-bought": {
    ...order,
    currency: "GBP",
    amountMinor: 10_000,
    recipientName: "Bea",
    byMail: true,
    sendOn: "2026-12-20",
  },
  "sizer-posted": { name: "Ada", piece: { slug: "posy-ring", name: "Posy ring" } },
  "studio-welcome": {
    userId: "u1",
    name: "Mara",
    byName: "Jonas",
    linkExpiresAt: "2026-11-29T09:00:00Z",
  },
  "password-reset": { userId: "u1", name: "Mara", byName: "Jonas", linkExpiresAt: "2026-11-23T09:00:00Z" },
};

function render<Template extends MailContent["template"]>(
  template: Template,
  change: Partial<MailData<Template>> = {},
) {
  return renderMail({ template, data: { ...samples[template], ...change } } as MailContent, context);
}

describe("a mail", () => {
  it.each(mailTemplates)("%s reads well as text", async (template) => {
    const { subject, text } = await render(template);
    expect(`${subject}\n\n${text}`).toMatchSnapshot();
  });

  it.each(mailTemplates)(
    "%s is complete, legible HTML, light and dark, that loads nothing but pictures of its pieces",
    async (template) => {
      const { html } = await render(template);
      expect(html).toMatch(/^<!DOCTYPE html/);
      expect(html).toContain('lang="en-GB"');
      expect(html).toContain("prefers-color-scheme: dark");
      expect(html).not.toMatch(/<script/);
      const sources = [...html.matchAll(/src="([^"]*)"/g)].map(([, source]) => source);
      const ours = `${context.shop.url}/pictures/pieces/${ring.picture.specHash}-600.jpg`;
      expect(new Set(sources)).toEqual(new Set(sources.length > 0 ? [ours] : []));
    },
  );

  it.each(mailTemplates)("%s has no exclamation mark", async (template) => {
    const { subject, text } = await render(template);
    expect(`${subject} ${text}`).not.toContain("!");
  });

  it("about a parcel names no price: it is the one that gets passed on", async () => {
    const { html, text, subject } = await render("order-shipped");
    expect(`${html}${text}${subject}`).not.toMatch(/£|GBP|\d+\.\d\d\b/);
  });

  it("about pieces shows them, and says in words what it shows", async () => {
    const { html, text } = await render("order-shipped");
    expect(html).toMatch(/<img[^>]*alt="River band in sterling silver\."/);
    expect(text).not.toMatch(/River band in sterling silver|pictures\/pieces/);
  });

  it("about a piece whose photo is of another says so below it", async () => {
    const note = "The photo shows the design in another metal. What is made is what the words say.";
    const { html } = await render("proof-sent", { picture: { ...ring.picture, note } });
    expect(html).toContain(note);
  });

  it("about an order that bears none of our tax says what may still be asked for it", async () => {
    const abroad = await render("order-confirmed", { taxMinor: 0 });
    expect(abroad.text).toContain("Your country may charge its own, and a duty");
    expect((await render("order-confirmed", { taxMinor: 100 })).text).not.toContain("duty");
  });

  it("about several parcels promises each, and says where one of them is and when the next comes", async () => {
    const parcels = [
      {
        holds: [{ name: "River band", quantity: 1 }],
        shipBy: "2026-12-01",
        arrivesP50: "2026-12-02",
        arrivesP90: "2026-12-03",
      },
      {
        holds: [{ name: "Locket", quantity: 2 }],
        shipBy: "2026-12-08",
        arrivesP50: "2026-12-09",
        arrivesP90: "2026-12-11",
      },
    ];
    const confirmed = (await render("order-confirmed", { parcels })).text.replaceAll(/\s+/g, " ");
    expect(confirmed).toContain("As you chose, we send each as it is ready, in 2 parcels.");
    expect(confirmed).toContain("2 × Locket: we send it by Tuesday 8 December 2026.");
    const next = { shipBy: "2026-12-08", arrivesP50: "2026-12-09", arrivesP90: "2026-12-11" };
    const first = await render("order-shipped", { parcel: { nth: 1, of: 2 }, next });
    expect(first.subject).toBe("The first parcel of your order TM-1042 is on its way");
    expect(first.text).toContain("Your first parcel is on its way");
    expect(first.text.replaceAll(/\s+/g, " ")).toContain(
      "As promised, the next parcel leaves us by Tuesday 8 December 2026",
    );
    const last = await render("order-shipped", { parcel: { nth: 2, of: 2 }, stillToCome: 0 });
    expect(last.subject).toBe("The last parcel of your order TM-1042 is on its way");
  });

  it("says beside the promise what the order's page says of it today, and nothing where it holds", async () => {
    const leaves = { p50: "2026-12-14", p90: "2026-12-18" };
    const arrives = { p50: "2026-12-15", p90: "2026-12-21" };
    const saying = async (than: "earlier" | "promised" | "unsure" | "later") => {
      const parcel = { parcel: 1, holds: [], pieces: [], forecast: { leaves, arrives, than } };
      const content = { template: "order-confirmed" as const, data: samples["order-confirmed"] };
      const { text } = await renderMail(content, { ...context, parcels: [parcel] });
      expect(text).toContain("Tuesday 8 December 2026");
      return text.replaceAll(/\s+/g, " ");
    };
    expect(await saying("promised")).not.toContain("As the bench stands today");
    expect(await saying("later")).toContain(
      "As the bench stands today, it is behind. More likely than not it leaves us after that day, around Monday 14 December 2026.",
    );
    expect(await saying("unsure")).toContain(
      "it may be late: it arrives between Tuesday 15 and Monday 21 December 2026, and is still likelier in time than not.",
    );
    expect(await saying("earlier")).toContain("What we promised stays as it is.");
  });

  it("about a parcel with a gift shows none of it", async () => {
    const { html } = await render("order-shipped", { gift: true });
    expect(html).not.toContain("<img");
  });

  it("about a parcel with a gift leads to no price either", async () => {
    const { html, text } = await render("order-shipped", { gift: true });
    expect(`${html}${text}`).not.toContain(order.token);
    expect(text.replace(/\s+/g, " ")).toContain("so you can pass this mail on");
    expect((await render("order-shipped")).text).toContain(order.token);
  });

  it("keeps an engraving exactly as typed", async () => {
    const { html, text } = await render("order-shipped");
    expect(html).toContain("für\u00a0\u00a0immer");
    expect(text).toContain("für\u00a0\u00a0immer");
  });

  it("escapes what people type", async () => {
    const { html } = await render("order-shipped", { buyerName: "<b>Eve</b>" });
    expect(html).toContain("&lt;b&gt;Eve&lt;/b&gt;");
  });

  it("that asks for a proof once more promises nothing about the day, which stays", async () => {
    const { text } = await render("proof-sent", { reminder: true });
    expect(text.replace(/\s+/g, " ")).toContain("when you have approved it, and not before.");
  });

  it("about a long delay asks for a yes, and says what silence means", async () => {
    const { text } = await render("order-delayed", {
      newShipBy: null,
      consent: "express",
      answerBy: "2026-12-05",
    });
    const flowing = text.replace(/\s+/g, " ");
    expect(flowing).toContain("We can’t say yet when we will be able to send it");
    expect(flowing).toContain("press “Yes, I’ll wait” on your order’s page by Saturday 5 December 2026");
    expect(flowing).toContain(
      "If we don’t hear from you by then, we cancel the order and refund it in full.",
    );
  });
});
