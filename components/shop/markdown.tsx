import type { Route } from "next";
import Link from "next/link";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";

/** Markdown of ours, rendered on the server alone. HTML inside it is shown as text, never run. */
export function Markdown({ children }: { children: string }) {
  return (
    <div className="story">
      <ReactMarkdown components={components} remarkPlugins={[remarkGfm]}>
        {children}
      </ReactMarkdown>
    </div>
  );
}

// A text's own headings start below the page's.
const components: Components = {
  h1: ({ children }) => <h2>{children}</h2>,
  a: ({ href = "", children }) =>
    href.startsWith("/") ? <Link href={href as Route}>{children}</Link> : <a href={href}>{children}</a>,
  // A wide table scrolls by itself; the page never does.
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="story-table" tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
};
