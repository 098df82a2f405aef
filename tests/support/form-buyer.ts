import { type Fields, FormBrowser, type Page } from "./form-browser";

/** Buys over plain HTTP, where a test is about what comes after or between: no browser, no scripts. */
export class FormBuyer {
  readonly browser: FormBrowser;
  readonly #address: Fields;

  constructor(
    readonly origin: string,
    buyer: { name: string; email: string },
  ) {
    this.browser = new FormBrowser(origin);
    this.#address = {
      line1: "12 Narrow Quay",
      city: "Bristol",
      postalCode: "BS1 4QA",
      country: "GB",
      ...buyer,
    };
  }

  async fillBag(slug: string, fields: Fields): Promise<Page> {
    const product = await this.browser.open(`/products/${slug}`);
    return this.browser.submit(product, formWith("product"), fields);
  }

  /** To the payment page; agrees to whatever has changed on the way. */
  async goToPayment(): Promise<Page> {
    let page = await this.browser.open("/checkout");
    for (let tries = 0; tries < 5 && page.url.origin === this.origin; tries++) {
      const changed = page.document.querySelector("input[name=accepted]") !== null;
      const answers = { ...this.#address, ...(changed ? { accepted: "on" } : {}) };
      page = await this.browser.submit(page, formWith("seen"), answers, { intent: "pay" });
    }
    if (page.url.origin === this.origin) {
      throw new Error(
        `Not led to the payment (${page.status}): ${page.document.textContent.slice(0, 2_000)}`,
      );
    }
    return page;
  }

  pay(paymentPage: Page): Promise<Page> {
    return this.browser.submit(paymentPage, "form", {
      number: "4242424242424242",
      expiry: "12 / 40",
      cvc: "123",
      name: "A Buyer",
    });
  }
}

function formWith(field: string): string {
  return `form:has([name="${field}"])`;
}
