import type { Metadata } from "next";
import { PageHead, Shell } from "@/components/shop/page-shell";
import { RingSizer } from "@/components/shop/ring-sizer";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { routes } from "@/lib/platform/routes";

export const ensureStatic = "navigation";

export const metadata: Metadata = {
  title: "A ring sizer to print",
  description:
    "Circles for every UK size, true to scale, with a ruler and a bank card to check the print by.",
  alternates: { canonical: routes.ringSizer },
};

const crumbs = [
  { label: "Guides", href: routes.guides },
  { label: "Ring sizes", href: routes.guide("ring-sizes") },
  { label: "To print" },
];

export default function RingSizerPage() {
  return (
    <Shell className="print:max-w-none print:p-0">
      <div className="pt-4 print:hidden">
        <Breadcrumbs crumbs={crumbs} />
      </div>
      <div className="print:hidden">
        <PageHead
          title="A ring sizer to print"
          lead="Lay a ring that fits on the circles. The one whose line just shows all the way round is its size."
        />
        <ol className="mb-10 grid max-w-text list-decimal gap-2 ps-5">
          <li>
            Print this page on A4 or Letter at 100 %, “actual size”. “Fit to page” makes every size wrong.
          </li>
          <li>Hold a ruler to the ruler, or a bank card to the outline. If they don’t agree, print again.</li>
          <li>Between two circles, take the larger for a wide ring, the smaller for a fine one.</li>
        </ol>
        <p className="mb-10 max-w-text text-ink-soft">On a screen the circles are only roughly this size.</p>
      </div>
      <RingSizer />
    </Shell>
  );
}
