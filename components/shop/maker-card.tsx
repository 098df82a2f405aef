import Link from "next/link";
import { Picture } from "@/components/shop/picture";
import type { MakerCardView } from "@/lib/features/catalog/schema";
import { routes } from "@/lib/platform/routes";

type MakerCardProps = {
  maker: MakerCardView;
  level?: "h2" | "h3";
  /** the first of its page */
  lead?: boolean;
};

export function MakerCard({ maker, level: Heading = "h3", lead = false }: MakerCardProps) {
  return (
    <article className="group relative grid content-start gap-4">
      <Picture
        picture={maker.picture}
        sizes="(min-width: 48rem) 30vw, 92vw"
        className="aspect-[4/3] rounded-sm"
        lead={lead}
      />
      <div className="grid gap-1">
        <Heading className="font-display text-xl">
          <Link
            href={routes.maker(maker.slug)}
            className="after:absolute after:inset-0 group-hover:underline group-hover:decoration-accent-bright group-hover:decoration-1 group-hover:underline-offset-4"
          >
            {maker.name}
          </Link>
        </Heading>
        <p className="text-ink-soft">{maker.tagline}</p>
        <p className="text-ink-faint text-sm">
          {maker.location}, since {maker.sinceYear}
        </p>
      </div>
    </article>
  );
}
