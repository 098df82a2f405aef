import { Specimens } from "@/components/styleguide/specimen";
import { RadioCard, RadioCards, Swatch } from "@/components/ui/radio-cards";

export function Choices() {
  return (
    <Specimens id="choices" title="Choices">
      <RadioCards legend="Metal" aside="18k yellow gold" layout="grid-cols-1 sm:grid-cols-3">
        <RadioCard
          name="metal"
          value="yellow"
          label="18k yellow gold"
          swatch={<Swatch colour="var(--color-metal-yellow)" />}
          defaultChecked
        />
        <RadioCard
          name="metal"
          value="silver"
          label="Sterling silver"
          detail="−£310 · 6 days sooner"
          swatch={<Swatch colour="var(--color-metal-silver)" />}
        />
        <RadioCard
          name="metal"
          value="platinum"
          label="Platinum 950"
          detail="only polished"
          swatch={<Swatch colour="var(--color-metal-platinum)" />}
          disabled
        />
      </RadioCards>
      <RadioCards
        legend="Finish"
        hint="How the surface is left"
        error="Choose how it should be left."
        layout="grid-cols-2"
      >
        <RadioCard name="finish" value="polished" label="Polished" detail="bright as a mirror" />
        <RadioCard name="finish" value="satin" label="Satin" detail="a soft sheen" />
      </RadioCards>
    </Specimens>
  );
}
