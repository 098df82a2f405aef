import { Specimen, Specimens } from "@/components/styleguide/specimen";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-class";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";

const variants: ButtonVariant[] = ["primary", "secondary", "quiet", "danger"];

export function Actions() {
  return (
    <Specimens id="actions" title="Buttons and links">
      {variants.map((variant) => (
        <Specimen key={variant} name={`Button, ${variant}`}>
          <Button variant={variant} size="lg">
            Add to bag
          </Button>
          <Button variant={variant}>Add to bag</Button>
          <Button variant={variant} size="sm">
            Add to bag
          </Button>
          <Button variant={variant} disabled>
            Disabled
          </Button>
          <LinkButton href="/styleguide" variant={variant}>
            As a link
          </LinkButton>
        </Specimen>
      ))}
      <Specimen name="SubmitButton: at rest, and on its way">
        <SubmitButton pendingLabel="Adding …">Add to bag</SubmitButton>
        <SubmitButton pendingLabel="Adding …" pending>
          Add to bag
        </SubmitButton>
      </Specimen>
      <Specimen name="TextLink">
        <p>
          How long a <TextLink href="/styleguide">hallmark</TextLink> takes is counted in.
        </p>
      </Specimen>
    </Specimens>
  );
}
