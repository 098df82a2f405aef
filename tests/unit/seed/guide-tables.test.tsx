import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Markdown } from "@/components/shop/markdown";
import { sampleGuides } from "@/prisma/seed/catalogue/guides";

it.each(sampleGuides.map((guide) => [guide.slug, guide] as const))(
  "the guide %s is shown with its tables",
  (_slug, { body }) => {
    const html = renderToStaticMarkup(<Markdown>{body}</Markdown>);
    const written = body.match(/^\| ---/gm)?.length ?? 0;
    expect(html.match(/<table>/g)?.length ?? 0).toBe(written);
    expect(html.replace(/<[^>]+>/g, "")).not.toMatch(/\||\*\*|^#/m);
  },
);
