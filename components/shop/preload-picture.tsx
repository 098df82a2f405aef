"use client";

import { preload } from "react-dom";

type PreloadPictureProps = { srcSet: string; sizes: string | undefined };

/**
 * Has the page's head ask for its leading picture. In the browser's half of the page: said in the server's, it is part of
 * what a link fetches ahead, and pictures of pages that nobody has opened would be loaded.
 */
export function PreloadPicture({ srcSet, sizes }: PreloadPictureProps) {
  const [href = ""] = srcSet.split(" ", 1);
  const set = sizes ? { imageSrcSet: srcSet, imageSizes: sizes } : {};
  preload(href, { as: "image", type: "image/avif", fetchPriority: "high", ...set });
  return null;
}
