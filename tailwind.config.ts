import type { Config } from "tailwindcss";

// Read through `@config` in app/globals.css, where the tokens live (`@theme`). Here stands only which files
// Tailwind looks through for class names: without it, words in documents and tests would become CSS.
const config: Config = {
  content: ["./app/**/*.tsx", "./components/**/*.{ts,tsx}"],
};

export default config;
