import base from "./playwright.config";

/** `npm run screens`: not tests, but the pictures of every page in docs/screens, by the same means. */
export default {
  ...base,
  testDir: "tests/screens",
  workers: 1,
  reporter: "list",
  use: {
    ...base.use,
    locale: "en-GB",
    // Fields for days follow the browser, not the page.
    launchOptions: {
      ...base.use?.launchOptions,
      args: [...(base.use?.launchOptions?.args ?? []), "--lang=en-GB"],
    },
  },
};
