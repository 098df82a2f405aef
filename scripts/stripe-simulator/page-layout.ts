import { createHash } from "node:crypto";
import { Html, html } from "./html";
import type { HttpResponse } from "./http";

const styles = `
:root { color-scheme: light dark; --ink: #1f2430; --soft: #5a6072; --line: #d5d8e0; --paper: #fbfbfc; --card: #fff; --accent: #3a3f8f; --on-accent: #fff; --warn: #fff4d6; --warn-ink: #4d3800; --bad: #a3152a; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef4; --soft: #a9afc0; --line: #3b4152; --paper: #14161d; --card: #1c1f29; --accent: #aab1ff; --on-accent: #14161d; --warn: #3a3016; --warn-ink: #ffe6a3; --bad: #ff9aa6; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 58rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; display: grid; gap: 2rem; }
@media (min-width: 48rem) { main { grid-template-columns: 1fr 1fr; padding-top: 3rem; } }
main > .whole { grid-column: 1 / -1; }
.notice { background: var(--warn); color: var(--warn-ink); margin: 0; padding: .75rem 1rem; text-align: center; }
h1 { font-size: 1.35rem; margin: 0 0 .25rem; } h2 { font-size: 1.05rem; margin: 0 0 .75rem; }
.total { font-size: 2rem; font-weight: 600; margin: 0 0 1.5rem; }
ul.lines { list-style: none; margin: 0; padding: 0; border-top: 1px solid var(--line); }
ul.lines li { display: flex; gap: 1rem; justify-content: space-between; padding: .75rem 0; border-bottom: 1px solid var(--line); }
ul.lines small, .hint { color: var(--soft); display: block; } form > .hint, details > .hint { margin: 0 0 1rem; }
form, details { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1.25rem; margin: 0 0 1rem; }
label { display: block; font-weight: 600; font-size: .9rem; margin: 0 0 .25rem; }
.field { margin: 0 0 1rem; } .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
input { width: 100%; min-height: 44px; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: .4rem; padding: .5rem .75rem; }
input[aria-invalid=true] { border-color: var(--bad); }
.problem { color: var(--bad); margin: .25rem 0 0; font-size: .9rem; }
p.refusal { border-left: 4px solid var(--bad); padding: .5rem .75rem; margin: 0 0 1rem; }
button, a.button { display: block; width: 100%; min-height: 44px; font: inherit; font-weight: 600; text-align: center; border-radius: .4rem; padding: .6rem 1rem; cursor: pointer; text-decoration: none; background: var(--accent); color: var(--on-accent); border: 1px solid var(--accent); }
button.quiet, a.quiet { background: transparent; color: var(--accent); }
button + button, .stack > * + * { margin-top: .75rem; }
summary { cursor: pointer; font-weight: 600; padding: .6rem 0; } details { padding: .35rem 1.25rem; } details form { border: 0; padding: 0; }
a { color: var(--accent); } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
ul.cards { list-style: none; margin: .5rem 0 0; padding: 0; } ul.cards a { display: flex; justify-content: space-between; gap: 1rem; min-height: 44px; align-items: center; }
`;

const styleHash = createHash("sha256").update(styles).digest("base64");

export function htmlPage(status: number, title: string, content: Html): HttpResponse {
  const page = html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
${new Html(`<style>${styles}</style>`)}
</head>
<body>
<header><p class="notice"><strong>Test payment page.</strong> This stands in for Stripe. No money moves; never type a real card here.</p></header>
<main>${content}</main>
</body>
</html>`;
  return {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; base-uri 'none'; frame-ancestors 'none'`,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
    },
    body: page.text,
  };
}

export function redirect(address: string): HttpResponse {
  return { status: 303, headers: { Location: address }, body: "" };
}
