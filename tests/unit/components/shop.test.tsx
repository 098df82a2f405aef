import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { SpecWords } from "@/components/shop/bag-line";
import { JsonLd } from "@/components/shop/json-ld";
import { Markdown } from "@/components/shop/markdown";
import { Picture } from "@/components/shop/picture";
import { shortMoney } from "@/components/shop/short-money";
import { breadcrumbData } from "@/components/shop/structured-data";

describe("structured data", () => {
  it("can't end its own script", () => {
    const html = renderToStaticMarkup(<JsonLd data={{ name: "</script><script>alert(1)</script>" }} />);
    expect(html).toBe(
      '<script type="application/ld+json">{"@context":"https://schema.org","name":"\\u003c/script>\\u003cscript>alert(1)\\u003c/script>"}</script>',
    );
  });

  it("leaves the page itself, the last crumb, without an address", () => {
    expect(breadcrumbData([{ label: "Shop", href: "/shop" }, { label: "Band" }], "https://x.test")).toEqual({
      "@type": "BreadcrumbList",
      itemListElement: [
        { "@type": "ListItem", position: 1, name: "Shop", item: "https://x.test/shop" },
        { "@type": "ListItem", position: 2, name: "Band" },
      ],
    });
  });
});

describe("a text in Markdown", () => {
  it("shows HTML as text, and never makes a link that runs something", () => {
    const html = renderToStaticMarkup(
      <Markdown>{"<img src=x onerror=alert(1)> [go](javascript:alert(1))"}</Markdown>,
    );
    expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(html).not.toContain("javascript:");
  });
});

describe("a picture", () => {
  it("has its box, its prepared widths, and waits unless it leads", () => {
    const picture = { src: "/pictures/band", alt: "A band", width: 800, height: 800 };
    const html = renderToStaticMarkup(<Picture picture={picture} sizes="50vw" />);
    expect(html).toContain(
      'type="image/avif" srcSet="/pictures/band-400.avif 400w, /pictures/band-800.avif 800w"',
    );
    expect(html).toContain('src="/pictures/band-800.webp"');
    expect(html).toContain('width="800" height="800"');
    expect(html).toContain('loading="lazy"');
    const lead = renderToStaticMarkup(<Picture picture={picture} sizes="50vw" lead />);
    expect(lead).toContain('fetchPriority="high"');
    expect(lead).not.toContain("lazy");
  });

  it("that was uploaded comes in a better format where a browser has them, around what matters, over its shadow", () => {
    const placeholder = "data:image/webp;base64,UklGRg==";
    const picture = { src: "/media/ab", alt: "A band", width: 1000, focus: [0.3, 0.6] as const, placeholder };
    const html = renderToStaticMarkup(<Picture picture={picture} sizes="50vw" />);
    expect(html).toMatch(/^<picture><source type="image\/avif" srcSet="\/media\/ab-400.avif 400w,/);
    expect(html).toContain('src="/media/ab-800.jpg"');
    expect(html).toContain("object-position:30% 60%");
    expect(html).toContain(`url(${placeholder}) 30% 60% / cover`);
    expect(html).not.toContain("1600");
  });
});

describe("an amount that stands alone", () => {
  it("leaves out pence that are none", () => {
    expect(shortMoney(41_200, "GBP")).toBe("£412");
    expect(shortMoney(41_250, "GBP")).toBe("£412.50");
    expect(shortMoney(1_000, "JPY")).toBe("JP¥1,000");
  });
});

describe("the words of a spec", () => {
  it("are shown space for space, and a label may stand there twice", () => {
    const html = renderToStaticMarkup(
      <SpecWords
        spec={[
          { label: "Stone", value: "“ A  B ”" },
          { label: "Stone", value: "Ruby" },
        ]}
      />,
    );
    expect(html).toMatch(/<dd class="[^"]*whitespace-pre-wrap[^"]*">“ A {2}B ”<\/dd>/);
    expect(html).toContain("Ruby");
  });
});
