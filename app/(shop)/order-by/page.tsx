import type { Metadata } from "next";
import { Day, stillInTime } from "@/components/shop/order-by";
import { PageHead, Shell } from "@/components/shop/page-shell";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { occasionNames } from "@/lib/domain/order-by";
import { loadOrderByPlaces } from "@/lib/features/promises/loaders";
import type { PlaceOrderBy } from "@/lib/features/promises/order-by-schema";
import { routes } from "@/lib/platform/routes";

export const ensureStatic = "navigation";

export const metadata: Metadata = {
  title: "When to order by",
  description:
    "The last days to order for Christmas, Valentine’s Day and Mother’s Day, by country: worked out from our bench as it is today.",
  alternates: { canonical: routes.orderBy },
};

export default async function OrderByPage() {
  const places = await loadOrderByPlaces();
  return (
    <Shell>
      <PageHead
        title="When to order by"
        lead="The last days on which most of our pieces, three in four, are still there on the eve, nine times in ten. Worked out from the bench as it is now, and again whenever it changes."
      />
      {places.length === 0 ? (
        <Notice className="mb-16">
          We can’t name such days at the moment. The page of each piece says what we know of it.
        </Notice>
      ) : (
        <ul className="mb-10 grid gap-x-10 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
          {places.map((place) => (
            <Place key={place.code} place={place} />
          ))}
        </ul>
      )}
      <div className="grid max-w-text gap-3 pb-16 text-ink-soft">
        <p>
          Whoever orders later is counted to wait as long as today’s order would, or longer where we know that
          the bench will be fuller or closed. So these days may move: earlier when many order, and seldom
          later.
        </p>
        <p>
          Some pieces take longer, some less: each one’s own page says its last day, and every choice what it
          does to it. When it is too late for anything that is made, a{" "}
          <TextLink href={routes.giftCards}>gift card</TextLink> arrives by e-mail at once, or on the day that
          you choose.
        </p>
      </div>
    </Shell>
  );
}

function Place({ place: { code, name, delivery, occasions } }: { place: PlaceOrderBy }) {
  return (
    <li className="border-line border-t pt-4">
      <h2 className="font-display text-xl">{name}</h2>
      <p className="text-ink-faint text-sm">by {delivery}</p>
      <dl className="mt-3 grid gap-1">
        {occasions.map((occasion) => (
          <div key={`${occasion.id} ${occasion.day}`} className="flex items-baseline justify-between gap-4">
            <dt>
              <TextLink href={stillInTime(occasion, code)} className="touch-line">
                {occasionNames[occasion.id]}
              </TextLink>
            </dt>
            <dd className="text-ink-soft tabular-nums">
              {occasion.orderBy ? <Day iso={occasion.orderBy} /> : "too late for most"}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
