import { Body, Container, Head, Hr, Html, Preview, Section, Text } from "@react-email/components";
import type { ReactNode } from "react";
import { darkStyles, light, sans, serif } from "@/components/email/palette";
import type { MailContext } from "@/lib/features/mailbox/schema";

type Props = {
  shop: MailContext["shop"];
  /** what a mail program shows beside the subject */
  preview: string;
  /** why this mail came */
  because: string;
  children: ReactNode;
};

export function MailLayout({ shop, preview, because, children }: Props) {
  return (
    <Html lang="en-GB">
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkStyles}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body
        className="paper"
        style={{ margin: 0, padding: "24px 0", backgroundColor: light.paper, fontFamily: sans }}
      >
        <Container style={{ maxWidth: 560, padding: "0 16px" }}>
          <Text
            className="ink"
            style={{ margin: "0 0 16px", fontFamily: serif, fontSize: 22, color: light.ink }}
          >
            {shop.name}
          </Text>
          <Section
            className="card"
            style={{
              padding: "8px 24px 20px",
              backgroundColor: light.card,
              border: `1px solid ${light.line}`,
            }}
          >
            {children}
          </Section>
          <Footer shop={shop} because={because} />
        </Container>
      </Body>
    </Html>
  );
}

function Footer({ shop, because }: Pick<Props, "shop" | "because">) {
  const small = { margin: "0 0 8px", fontSize: 13, lineHeight: "20px", color: light.soft };
  return (
    <Section style={{ padding: "16px 0 0" }}>
      <Text className="soft" style={small}>
        Questions? Answer this mail{shop.phone ? `, or ring ${shop.phone}` : ""}: a person reads it.
      </Text>
      <Hr className="line" style={{ margin: "12px 0", borderColor: light.line }} />
      <Text className="soft" style={small}>
        {[shop.name, ...shop.address, shop.email].join(" · ")}
      </Text>
      <Text className="soft" style={small}>
        {because}
      </Text>
    </Section>
  );
}
