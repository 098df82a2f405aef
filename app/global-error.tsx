"use client";

import "./globals.css";

/** The last net: the layout itself failed, so this brings its own document and asks for nothing else. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en-GB">
      <body className="grid min-h-dvh content-center gap-5 px-6">
        <title>Something broke on our side</title>
        <h1 className="font-display text-4xl">Something broke on our side</h1>
        <p className="text-ink-soft text-lg">
          Nothing of yours is lost. Try again, or come back in a few minutes.
        </p>
        <p>
          <button type="button" onClick={reset} className="min-h-12 rounded-md bg-ink px-6 text-on-ink">
            Try again
          </button>
        </p>
      </body>
    </html>
  );
}
