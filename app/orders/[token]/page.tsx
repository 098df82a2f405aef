import { notFound } from "next/navigation";
import { OrderStoryPage } from "@/components/shop/order-story";
import { Shell } from "@/components/shop/page-shell";
import { loadShopIdentity } from "@/lib/features/catalog/loaders";
import {
  acceptDelayAction,
  cancelDelayedAction,
  orderAgainAction,
  payOrderAction,
} from "@/lib/features/orders/actions";
import { loadOrderStory } from "@/lib/features/orders/loaders";
import { askChangeAction } from "@/lib/features/proposals/actions";
import { readAnswer } from "@/lib/platform/form-answer";

// Rendered whole before it is sent: a part that streams in later is put in its place by a script, and never
// shows where there is none.
export const instant = false;

type Props = PageProps<"/orders/[token]">;

export default async function OrderPage({ params, searchParams }: Props) {
  const [{ token }, { payment, asked }] = await Promise.all([params, searchParams]);
  const [story, shop, payAnswer, refusal, askAnswer] = await Promise.all([
    loadOrderStory(token),
    loadShopIdentity(),
    readDateMoved(),
    readRefusal(),
    readAnswer(askChangeAction),
  ]);
  // proxy.ts has answered wrong keys with 404 already; this is for one that was closed a moment ago.
  if (!story) notFound();
  return (
    <Shell>
      <OrderStoryPage
        story={story}
        token={token}
        shopEmail={shop?.email ?? null}
        paymentFailed={payment === "unavailable"}
        payAnswer={payAnswer}
        refusal={refusal}
        asked={asked === "1"}
        askAnswer={askAnswer}
      />
    </Shell>
  );
}

/** Said at its own place, with the way on. */
async function readDateMoved() {
  const answer = await readAnswer(payOrderAction);
  return answer && !answer.ok && answer.code === "DATE_MOVED" ? answer : null;
}

/** Why the form that was just sent, without scripts, did nothing: with scripts its own place says so. */
async function readRefusal(): Promise<string | null> {
  const answers = await Promise.all([
    readAnswer(payOrderAction),
    readAnswer(orderAgainAction),
    readAnswer(acceptDelayAction),
    readAnswer(cancelDelayedAction),
  ]);
  const refused = answers.find((answer) => answer && !answer.ok && answer.code !== "DATE_MOVED");
  return refused && !refused.ok ? refused.message : null;
}
