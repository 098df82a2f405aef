import { Lines, Paragraph, Piece, Subtitle } from "@/components/email/parts";
import type { MailContext, MailData } from "@/lib/features/mailbox/schema";

type Words = MailData<"proof-sent">["words"];

/** What changes line by line, and then all of it as it will be made. */
export function ChangedWords({
  words,
  name,
  picture = null,
  shop,
}: {
  words: Words;
  name: string;
  /** of the piece as it will be made; null where none may be seen by others */
  picture?: MailData<"proof-sent">["picture"];
  shop: MailContext["shop"];
}) {
  const changed = words.filter((line) => line.changed);
  const after = words.flatMap(({ label, after: value }) => (value === null ? [] : [{ label, value }]));
  return (
    <>
      {changed.length > 0 && (
        <>
          <Subtitle>What changes</Subtitle>
          <Lines>
            {changed.map(
              ({ label, before, after: value }) => `${label}: ${before ?? "none"} becomes ${value ?? "none"}`,
            )}
          </Lines>
          <Subtitle>All of it, as it will be made</Subtitle>
        </>
      )}
      <Piece piece={{ name, quantity: 1, spec: after, picture }} shop={shop} />
    </>
  );
}

/** The workshop's own words, where there are any. */
export function Note({ shop, note }: { shop: MailContext["shop"]; note: string }) {
  if (note === "") return null;
  return (
    <Paragraph>
      {shop.name} writes: “{note}”
    </Paragraph>
  );
}
