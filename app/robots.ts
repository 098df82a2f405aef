import type { MetadataRoute } from "next";
import { getEnv } from "@/lib/platform/env";

export default function robots(): MetadataRoute.Robots {
  const origin = getEnv().APP_URL;
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      // Rooms that are somebody's own. Secret addresses aren't named here: they answer "noindex" themselves.
      disallow: ["/bag", "/checkout", "/studio", "/sign-in", "/api/", "/shop/browse/"],
    },
    sitemap: `${origin}/sitemap.xml`,
  };
}
