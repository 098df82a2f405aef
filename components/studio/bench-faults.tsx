import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { BenchFault } from "@/lib/domain/bench-faults";
import { studioRoutes } from "@/lib/platform/studio-routes";

/** Why the shop can give no date for something, above whatever the page is about. Nothing where it can for all. */
export function BenchFaults({ faults }: { faults: readonly BenchFault[] }) {
  if (faults.length === 0) return null;
  return (
    <Notice tone="warning" className="mb-5" title="For some pieces no date can be given">
      <ul className="my-1 grid gap-1">
        {faults.map(({ words }) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p>
        The shop says that you’ll confirm the date.{" "}
        <TextLink href={studioRoutes.bench}>Settings → Bench</TextLink>{" "}
        <TextLink href={studioRoutes.products}>Designs</TextLink>
      </p>
    </Notice>
  );
}
