import type { Gate } from "@/lib/platform/gate";

/**
 * Who may call what, written down once by hand. A new page, route handler or server action that isn't here fails
 * the test beside this file, and with it whoever adds one has to say who it is for.
 */
export const pageGates: Record<string, Exclude<Gate, "signature">> = {
  "app/(account)/choose-password/page.tsx": "link",
  "app/(account)/setup/page.tsx": "public",
  "app/(account)/sign-in/page.tsx": "public",
  "app/(shop)/bag/lines/[id]/page.tsx": "bag",
  "app/(shop)/bag/page.tsx": "bag",
  "app/(shop)/checkout/page.tsx": "bag",
  "app/(shop)/collections/[slug]/page.tsx": "public",
  "app/(shop)/guides/[slug]/page.tsx": "public",
  "app/(shop)/guides/page.tsx": "public",
  "app/(shop)/makers/[slug]/page.tsx": "public",
  "app/(shop)/makers/page.tsx": "public",
  "app/(shop)/page.tsx": "public",
  "app/(shop)/products/[slug]/page.tsx": "public",
  "app/(shop)/shop/browse/[filter]/page.tsx": "public",
  "app/orders/[token]/page.tsx": "link",
  "app/studio/[...missing]/page.tsx": "artisan",
  "app/studio/account/page.tsx": "artisan",
  "app/studio/board/page.tsx": "artisan",
  "app/studio/jobs/[number]/page.tsx": "artisan",
  "app/studio/jobs/[number]/ticket/page.tsx": "artisan",
  "app/studio/jobs/page.tsx": "artisan",
  "app/studio/mail/[id]/page.tsx": "artisan",
  "app/studio/mail/page.tsx": "artisan",
  "app/studio/no-access/page.tsx": "artisan",
  "app/studio/orders/[number]/page.tsx": "artisan",
  "app/studio/orders/[number]/slip/page.tsx": "artisan",
  "app/studio/orders/page.tsx": "artisan",
  "app/studio/page.tsx": "artisan",
  "app/studio/products/[slug]/page.tsx": "owner",
  "app/studio/products/page.tsx": "owner",
  "app/studio/settings/bench/page.tsx": "owner",
  "app/studio/settings/calendar/page.tsx": "owner",
  "app/studio/settings/delivery/page.tsx": "owner",
  "app/studio/settings/metals/page.tsx": "owner",
  "app/studio/settings/page.tsx": "owner",
  "app/studio/settings/people/page.tsx": "owner",
};

/** file: method: gate */
export const routeGates: Record<string, Record<string, Gate>> = {
  "app/(shop)/checkout/return/route.ts": { GET: "link" },
  "app/api/auth/[...nextauth]/route.ts": { GET: "public", POST: "public" },
  "app/api/bag/count/route.ts": { GET: "bag" },
  "app/api/health/route.ts": { GET: "public" },
  "app/api/internal/revalidate/route.ts": { POST: "signature" },
  "app/api/stripe/webhook/route.ts": { POST: "signature" },
  "app/api/uploads/[photoId]/route.ts": { GET: "link" },
  "app/api/uploads/route.ts": { POST: "artisan" },
  "app/api/v1/openapi.json/route.ts": { GET: "public" },
  "app/api/v1/orders/[token]/route.ts": { GET: "link" },
  "app/api/v1/products/[slug]/route.ts": { GET: "public" },
  "app/api/v1/products/route.ts": { GET: "public" },
  "app/api/v1/quotes/route.ts": { POST: "public" },
  "app/orders/[token]/photos/[id]/route.ts": { GET: "link" },
};

/** file: action: gate */
export const actionGates: Record<string, Record<string, Gate>> = {
  "lib/features/accounts/actions.ts": {
    addPersonAction: "owner",
    changePasswordAction: "artisan",
    choosePasswordAction: "public",
    disablePersonAction: "owner",
    enablePersonAction: "owner",
    resetPasswordAction: "owner",
    revokeOtherSessionsAction: "artisan",
    revokeSessionAction: "artisan",
    signInAction: "public",
    signOutAction: "public",
  },
  "lib/features/accounts/set-up-actions.ts": { setUpWorkshopAction: "public" },
  "lib/features/cart/actions.ts": {
    addToBagAction: "bag",
    changeBagAction: "bag",
    editLineAction: "bag",
  },
  "lib/features/catalog/studio-actions.ts": {
    setProductStatusAction: "owner",
    updateProductCopyAction: "owner",
  },
  "lib/features/checkout/actions.ts": { checkoutAction: "bag" },
  "lib/features/mailbox/actions.ts": { retryMailAction: "artisan" },
  "lib/features/orders/actions.ts": {
    acceptDelayAction: "link",
    cancelDelayedAction: "link",
    orderAgainAction: "link",
    payOrderAction: "link",
  },
  "lib/features/orders/link-actions.ts": {
    renewOrderLinkAction: "artisan",
    revokeOrderLinkAction: "artisan",
  },
  "lib/features/payments/actions.ts": { requestRefundAction: "owner" },
  "lib/features/workshop/actions.ts": {
    addNoteAction: "artisan",
    changeJobAction: "artisan",
    noticeDelayAction: "artisan",
    setPhotoVisibleAction: "artisan",
    shipOrderAction: "artisan",
  },
  "lib/features/workshop/settings-actions.ts": {
    addArtisanAction: "owner",
    addClosureAction: "owner",
    addTimeOffAction: "owner",
    removeClosureAction: "owner",
    removeTimeOffAction: "owner",
    saveShippingMethodAction: "owner",
    setMetalPriceAction: "owner",
    updateArtisanAction: "owner",
    updateWorkshopAction: "owner",
  },
};
