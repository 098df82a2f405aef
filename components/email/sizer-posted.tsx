import { MailLayout } from "@/components/email/layout";
import { LinkButton, Paragraph, Title } from "@/components/email/parts";
import type { MailContext, MailData } from "@/lib/features/mailbox/schema";
import { routes } from "@/lib/platform/routes";

type Props = { data: MailData<"sizer-posted">; context: MailContext };

export const sizerPostedSubject = "Your ring sizer is in the post";

export function SizerPosted({ data: { name, piece }, context: { shop } }: Props) {
  return (
    <MailLayout
      shop={shop}
      preview="A strip of card that reads your size."
      because={`You get this mail because you asked ${shop.name} for a ring sizer.`}
    >
      <Title>Your ring sizer is in the post</Title>
      <Paragraph>
        {name}, it is a strip that you thread through itself and draw close. Wear it for an evening before you
        read it: fingers are larger in the warmth and after supper. It has to pass the knuckle, and sit
        without turning.
      </Paragraph>
      <Paragraph>
        It is yours to keep, and nothing has been ordered. Once you know the size,{" "}
        {piece ? piece.name : "your piece"} is made to it.
      </Paragraph>
      <LinkButton href={`${shop.url}${piece ? routes.product(piece.slug) : routes.guide("ring-sizes")}`}>
        {piece ? `Back to ${piece.name}` : "How to read it"}
      </LinkButton>
    </MailLayout>
  );
}
