import { notFound } from "next/navigation";

/** Whatever isn't there is told inside the studio's own frame. The proxy sees to the status 404. */
export default function MissingPage(): never {
  notFound();
}
