/** Mail programs know no custom properties: the shop's colours (app/globals.css) as plain values. */
export const light = {
  paper: "#f7f3ec",
  card: "#fffdf9",
  ink: "#241e18",
  soft: "#5a5046",
  line: "#ddd3c4",
  accent: "#7a5a1e",
  onAccent: "#fffdf9",
} as const;

/**
 * Where a program darkens mails by itself, it inverts the light colours, and the result is legible; where it
 * honours the query (Apple Mail, for one), these classes apply.
 */
export const darkStyles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .paper { background-color: #171410 !important; }
  .card { background-color: #201c17 !important; border-color: #3a332a !important; }
  .ink { color: #f1eade !important; }
  .soft { color: #c9beae !important; }
  .line { border-color: #3a332a !important; }
  .link { color: #dbb76f !important; }
  .button { background-color: #dbb76f !important; color: #1b1712 !important; }
}`;

export const sans = "Figtree, 'Helvetica Neue', Helvetica, Arial, sans-serif";
export const serif = "Baskervville, Baskerville, 'Times New Roman', serif";
