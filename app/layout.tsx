import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import type { ReactNode } from "react";
import { getEnv } from "@/lib/platform/env";
import "./globals.css";

// "optional": on a slow line a first page keeps the fallback's letters, and nothing on it ever moves; the next page has
// them. They are asked for before all else, so on any other line the first page has them too.
const display = localFont({
  src: "./fonts/baskervville-latin-400-normal.woff2",
  weight: "400",
  variable: "--face-display",
  display: "optional",
  adjustFontFallback: "Times New Roman",
});

// A family of its own, because one call preloads all of its files: the italic is an ornament that may arrive late.
const displayItalic = localFont({
  src: "./fonts/baskervville-latin-400-italic.woff2",
  weight: "400",
  style: "italic",
  variable: "--face-display-italic",
  display: "optional",
  preload: false,
  adjustFontFallback: "Times New Roman",
});

const sans = localFont({
  src: "./fonts/figtree-latin-wght-normal.woff2",
  weight: "300 900",
  variable: "--face-sans",
  display: "optional",
  adjustFontFallback: "Arial",
});

export const metadata: Metadata = {
  metadataBase: new URL(getEnv().APP_URL),
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f7f3ec" },
    { media: "(prefers-color-scheme: dark)", color: "#171410" },
  ],
  colorScheme: "light dark",
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-GB" className={`${display.variable} ${displayItalic.variable} ${sans.variable}`}>
      <body>{children}</body>
    </html>
  );
}
