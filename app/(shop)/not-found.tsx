import { MissingPage } from "@/components/shop/missing-page";

/** Within the shop its head and foot stay. */
export default function ShopNotFound() {
  return <MissingPage />;
}
