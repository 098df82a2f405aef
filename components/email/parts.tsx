import { Button, Heading, Img, Link, Section, Text } from "@react-email/components";
import { Fragment, type ReactNode } from "react";
import { light, serif } from "@/components/email/palette";

export function Title({ children }: { children: ReactNode }) {
  const style = {
    margin: "20px 0 12px",
    fontFamily: serif,
    fontSize: 26,
    fontWeight: 400,
    lineHeight: "32px",
    color: light.ink,
  };
  return (
    <Heading as="h1" className="ink" style={style}>
      {children}
    </Heading>
  );
}

export function Subtitle({ children }: { children: ReactNode }) {
  const style = { margin: "24px 0 4px", fontSize: 16, fontWeight: 600, lineHeight: "24px", color: light.ink };
  return (
    <Heading as="h2" className="ink" style={style}>
      {children}
    </Heading>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text className="ink" style={{ margin: "12px 0", fontSize: 16, lineHeight: "25px", color: light.ink }}>
      {children}
    </Text>
  );
}

export function Small({ children }: { children: ReactNode }) {
  return (
    <Text className="soft" style={{ margin: "8px 0", fontSize: 14, lineHeight: "21px", color: light.soft }}>
      {children}
    </Text>
  );
}

export function LinkButton({ href, children }: { href: string; children: ReactNode }) {
  const style = {
    padding: "13px 22px",
    backgroundColor: light.accent,
    color: light.onAccent,
    fontSize: 16,
    fontWeight: 600,
    borderRadius: 4,
  };
  return (
    <Section style={{ margin: "20px 0" }}>
      <Button className="button" href={href} style={style}>
        {children}
      </Button>
    </Section>
  );
}

export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link className="link" href={href} style={{ color: light.accent, textDecoration: "underline" }}>
      {children}
    </Link>
  );
}

const PICTURE_PX = 240;

/** Its picture, name, how many, and the spec in the shop's one wording. `shop` is where the picture lies. */
export function Piece({ piece, shop }: { piece: PieceWords; shop: { url: string } }) {
  const name = piece.quantity > 1 ? `${piece.quantity} × ${piece.name}` : piece.name;
  return (
    <Section className="line" style={{ padding: "12px 0 0", borderTop: `1px solid ${light.line}` }}>
      {piece.picture ? (
        <>
          <Img
            src={`${shop.url}/pictures/pieces/${piece.picture.specHash}-600.jpg`}
            alt={piece.picture.alt}
            width={PICTURE_PX}
            height={PICTURE_PX}
            style={{ margin: "0 0 12px", maxWidth: "100%", height: "auto", color: light.soft }}
          />
          {piece.picture.note ? <Small>{piece.picture.note}</Small> : null}
        </>
      ) : null}
      <Text
        className="ink"
        style={{ margin: 0, fontSize: 16, fontWeight: 600, lineHeight: "24px", color: light.ink }}
      >
        {name}
      </Text>
      <Lines>{piece.spec.map(({ label, value }) => `${label}: ${keepSpaces(value)}`)}</Lines>
    </Section>
  );
}

type PieceWords = {
  name: string;
  quantity: number;
  spec: readonly { label: string; value: string }[];
  picture: { specHash: string; alt: string; note?: string | null } | null;
};

/** One line under the other, in HTML and in text. */
export function Lines({ children }: { children: readonly string[] }) {
  return (
    <Text
      className="soft"
      style={{ margin: "0 0 12px", fontSize: 14, lineHeight: "22px", color: light.soft }}
    >
      {children.map((line, index) => (
        <Fragment key={`${index} ${line}`}>
          {index > 0 ? <br /> : null}
          {line}
        </Fragment>
      ))}
    </Text>
  );
}

/** Two spaces in an engraving are two spaces: neither HTML nor its text form may fold them. */
function keepSpaces(value: string): string {
  return value.replace(/ {2,}|^ | $/g, (spaces) => "\u00a0".repeat(spaces.length));
}
