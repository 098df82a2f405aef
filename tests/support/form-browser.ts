import { type HTMLElement, parse } from "node-html-parser";
import { CookieJar } from "tough-cookie";

export type Page = { url: URL; status: number; html: string; document: HTMLElement };
export type Fields = Record<string, string>;

/**
 * A browser without JavaScript, over fetch: cookies, redirects (a page's own too), forms with their hidden fields. Buyers of the
 * order bench are these, and so are tests of what works without scripts at a speed Chromium can't reach.
 */
export class FormBrowser {
  readonly #jar = new CookieJar();
  readonly #headers: Fields;
  readonly #send: typeof fetch;

  /** @param send in place of `fetch`: one that tries again, for instance */
  constructor(
    readonly origin: string,
    headers: Fields = {},
    send: typeof fetch = fetch,
  ) {
    this.#headers = headers;
    this.#send = send;
  }

  open(address: string): Promise<Page> {
    return this.#request(new URL(address, this.origin), { method: "GET" });
  }

  /**
   * Submits the first form that `selector` finds, with its own values overlaid by `fields`.
   * @param button name=value of the submit button to press, where the form has several
   */
  submit(page: Page, selector: string, fields: Fields = {}, button?: Fields): Promise<Page> {
    const form = page.document.querySelector(selector);
    if (!form) throw new Error(`No form ${selector} at ${page.url.pathname} (${page.status})`);
    const target = new URL(form.getAttribute("action") || page.url, page.url);
    const values = { ...readForm(form), ...fields, ...button };
    if ((form.getAttribute("method") ?? "get").toLowerCase() === "get") {
      target.search = new URLSearchParams(values).toString();
      return this.#request(target, { method: "GET" });
    }
    const multipart = form.getAttribute("enctype") === "multipart/form-data";
    return this.#request(target, {
      method: "POST",
      body: multipart ? toFormData(values) : new URLSearchParams(values),
    });
  }

  /** What it was given, for a browser that goes on from here. */
  async cookies(): Promise<{ name: string; value: string; url: string }[]> {
    const cookies = await this.#jar.getCookies(this.origin);
    return cookies.map(({ key, value }) => ({ name: key, value, url: this.origin }));
  }

  async #request(url: URL, init: RequestInit, redirects = 0): Promise<Page> {
    const headers = {
      ...this.#headers,
      cookie: await this.#jar.getCookieString(url.href),
      origin: url.origin,
    };
    const response = await this.#send(url, { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) await this.#jar.setCookie(cookie, url.href);
    const html = await response.text();
    const document = parse(html);
    const location = response.headers.get("location") ?? refreshAddress(document);
    if (location) {
      if (redirects > 10) throw new Error(`Too many redirects at ${url.href}`);
      return this.#request(new URL(location, url), { method: "GET" }, redirects + 1);
    }
    return { url, status: response.status, html, document };
  }
}

/** What a page that began to arrive before it knew better says instead of a status of 307. */
function refreshAddress(document: HTMLElement): string | undefined {
  const refresh = document.querySelector('meta[http-equiv="refresh"]')?.getAttribute("content");
  return /url=(.+)$/.exec(refresh ?? "")?.[1];
}

/** What a browser would send: checked boxes, chosen options, text, hidden fields; no buttons. */
function readForm(form: HTMLElement): Fields {
  const values: Fields = {};
  for (const input of form.querySelectorAll("input")) {
    const { name = "", type = "text", value = "" } = input.attributes;
    if (!name || ["submit", "button", "file", "image"].includes(type)) continue;
    if (["checkbox", "radio"].includes(type) && !input.hasAttribute("checked")) continue;
    values[name] = decode(
      ["checkbox", "radio"].includes(type) && !input.hasAttribute("value") ? "on" : value,
    );
  }
  for (const area of form.querySelectorAll("textarea")) {
    const name = area.getAttribute("name");
    if (name) values[name] = area.textContent;
  }
  for (const select of form.querySelectorAll("select")) {
    const name = select.getAttribute("name");
    const chosen = select.querySelector("option[selected]") ?? select.querySelector("option");
    if (name && chosen) values[name] = chosen.getAttribute("value") ?? chosen.textContent;
  }
  return values;
}

function toFormData(values: Fields): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.append(name, value);
  return data;
}

function decode(text: string): string {
  return parse(`<p>${text}</p>`).textContent;
}
