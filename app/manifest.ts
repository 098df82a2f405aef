import type { MetadataRoute } from "next";
import { loadShopIdentity } from "@/lib/features/catalog/loaders";

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const shop = await loadShopIdentity();
  const name = shop?.name ?? "Touchmark";
  return {
    name,
    short_name: name,
    start_url: "/",
    display: "browser",
    background_color: "#f7f3ec",
    theme_color: "#f7f3ec",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }],
  };
}
