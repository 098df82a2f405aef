import { type Fields, FormBrowser, type Page } from "../../tests/support/form-browser";

export type Bought = { orderToken: string; sessionId: string; quotedMinor: number; pieces: number };
type Size = { system: string; value: string };
type Personalization = {
  metal: string;
  size?: Size;
  stones: { slot: string; stone: string }[];
  engraving: { zone: string; text: string; font: string }[];
  motif?: string;
};
type Detail = {
  options: {
    metals: { id: string }[];
    size: null | { kind: string; minMm: number; maxMm: number; stepMm: number };
    stoneSlots: { id: string; allowed: string[]; required: boolean }[];
    engravingZones: { id: string; required: boolean; fonts: { id: string }[] }[];
    motifs: { id: string }[];
  };
  required: string[];
};

/**
 * One buyer: a browser without JavaScript who personalizes a piece, goes to the checkout and pays with the test
 * card. Every request is repeated while the web server is away, as a person would press reload.
 */
export async function buyOnePiece(origin: string, slug: string, index: number): Promise<Bought> {
  const browser = new FormBrowser(
    origin,
    { "x-forwarded-for": `10.0.${index >> 8}.${index & 255}` },
    fetchPatiently,
  );
  const pieces = 1 + (index % 3 === 0 ? 1 : 0);
  const detail = (await fetchPatiently(`${origin}/api/v1/products/${slug}`).then(asJson)) as Detail;
  const personalization = choose(detail, index);
  const quotedMinor = await askPrice(origin, slug, personalization, pieces);
  const product = await browser.open(`/products/${slug}`);
  const bag = await browser.submit(product, formWith("product"), {
    ...fieldsOf(personalization),
    quantity: String(pieces),
  });
  if (!bag.url.pathname.startsWith("/bag")) throw new Error(`Not put into the bag: ${problemsOf(bag)}`);
  return { ...(await checkOut(browser, index)), quotedMinor, pieces };
}

async function checkOut(
  browser: FormBrowser,
  index: number,
): Promise<{ orderToken: string; sessionId: string }> {
  const answers = {
    email: `buyer-${index}@example.com`,
    name: `Buyer ${index}`,
    line1: `${index} Test Street`,
    city: "Bristol",
    postalCode: "BS1 4QD",
    country: "GB",
  };
  let page = await browser.open("/checkout");
  for (let attempt = 0; attempt < 6 && page.url.origin === browser.origin; attempt++) {
    const changed = page.document.querySelector("input[name=accepted]") !== null;
    page = await browser.submit(
      page,
      formWith("seen"),
      { ...answers, ...(changed ? { accepted: "on" } : {}) },
      { intent: "pay" },
    );
  }
  if (page.url.origin === browser.origin) throw new Error(`Not led to the payment: ${problemsOf(page)}`);
  const sessionId = page.url.pathname.split("/").at(-1) ?? "";
  const done = await browser.submit(page, "form", {
    number: "4242424242424242",
    expiry: "12 / 40",
    cvc: "123",
    name: "A Buyer",
  });
  const orderToken = /\/orders\/([^/?]+)/.exec(done.url.pathname)?.[1];
  if (!orderToken) throw new Error(`Paid, but led to ${done.url.pathname} (${done.status})`);
  return { orderToken, sessionId };
}

/** The first choice of everything that must be chosen, another metal and other stones for each buyer. */
function choose({ options, required }: Detail, index: number): Personalization {
  const { size } = options;
  return {
    metal: options.metals[index % options.metals.length]?.id ?? "",
    ...(size ? { size: middleOf(size) } : {}),
    stones: options.stoneSlots
      .filter((slot) => slot.required)
      .map(({ id, allowed }) => ({ slot: id, stone: allowed[index % allowed.length] ?? "" })),
    engraving: options.engravingZones
      .filter((zone) => zone.required)
      .map(({ id, fonts }) => ({ zone: id, text: "AB", font: fonts[0]?.id ?? "" })),
    ...(required.includes("motif") ? { motif: options.motifs[0]?.id ?? "" } : {}),
  };
}

/** Rings by their circumference, the rest in whole steps of a centimetre's fraction. */
function middleOf({ kind, minMm, maxMm, stepMm }: NonNullable<Detail["options"]["size"]>): Size {
  if (kind === "ring") return { system: "us", value: "7" };
  const steps = Math.floor((maxMm - minMm) / stepMm / 2);
  return { system: "cm", value: String((minMm + steps * stepMm) / 10) };
}

function fieldsOf({ metal, size, stones, engraving, motif }: Personalization): Fields {
  const fields: Fields = { metal, ...(motif ? { motif } : {}) };
  if (size) Object.assign(fields, { "size.system": size.system, "size.value": size.value });
  for (const { slot, stone } of stones) fields[`stone.${slot}`] = stone;
  for (const { zone, text, font } of engraving) {
    Object.assign(fields, { [`engraving.${zone}.text`]: text, [`engraving.${zone}.font`]: font });
  }
  return fields;
}

async function askPrice(
  origin: string,
  product: string,
  personalization: Personalization,
  quantity: number,
): Promise<number> {
  const body = JSON.stringify({ product, personalization, quantity });
  const headers = { "content-type": "application/json" };
  const answer = await fetchPatiently(`${origin}/api/v1/quotes`, { method: "POST", headers, body }).then(
    asJson,
  );
  return (answer as { price: { totalMinor: number } }).price.totalMinor;
}

function formWith(field: string): string {
  return `form:has([name="${field}"])`;
}

function problemsOf(page: Page): string {
  const words = page.document
    .querySelectorAll("[role=alert], [id$=-error]")
    .map((node) => node.textContent.trim());
  return `${page.status} ${page.url.pathname} ${words.join(" | ")}`;
}

const fetchPatiently: typeof fetch = async (address, init) => {
  for (let attempt = 1; ; attempt++) {
    // Without a whole answer it throws.
    const response = await fetchWhole(address, init).catch(() => null);
    if ((response && response.status < 500) || attempt >= 40) return response ?? Response.error();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
};

const fetchWhole: typeof fetch = async (address, init) => {
  const response = await fetch(address, init);
  const body = await response.arrayBuffer();
  return new Response(body.byteLength > 0 ? body : null, response);
};

async function asJson(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response.json();
}
