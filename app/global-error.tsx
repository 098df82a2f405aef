"use client";

/**
 * The last net: the layout itself failed, so this brings its own document and asks for nothing else. Its few looks
 * stand here, because a stylesheet that it named would travel with every page.
 */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en-GB" style={{ colorScheme: "light dark" }}>
      <body
        style={{
          display: "grid",
          placeContent: "center",
          gap: "1.25rem",
          minHeight: "100dvh",
          margin: "0 1.5rem",
        }}
      >
        <title>Something broke on our side</title>
        <h1 style={{ margin: 0, font: "2rem serif" }}>Something broke on our side</h1>
        <p style={{ margin: 0, font: "1.125rem sans-serif" }}>
          Nothing of yours is lost. Try again, or come back in a few minutes.
        </p>
        <p style={{ margin: 0 }}>
          <button
            type="button"
            onClick={reset}
            style={{ minHeight: "3rem", padding: "0 1.5rem", font: "1rem sans-serif" }}
          >
            Try again
          </button>
        </p>
      </body>
    </html>
  );
}
