import type { Route } from "next";
import Link from "next/link";
import ReactMarkdown, { type Components } from "react-markdown";

/** Markdown of ours, rendered on the server alone. HTML inside it is shown as text, never run. */
export function Markdown({ children }: { children: string }) {
  return (
    <div className="story">
      <ReactMarkdown components={components}>{children}</ReactMarkdown>
    </div>
  );
}

// A text's own headings start below the page's.
const components: Components = {
  h1: ({ children }) => <h2>{children}</h2>,
  a: ({ href = "", children }) =>
    href.startsWith("/") ? <Link href={href as Route}>{children}</Link> : <a href={href}>{children}</a>,
};
