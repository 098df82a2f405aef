import type { ComponentProps, ReactNode } from "react";
import { FormBox } from "@/components/studio/action-form";
import { OptionRow } from "@/components/studio/options/option-row";
import {
  MetalFields,
  MotifFields,
  RuleFields,
  SizeFields,
  SlotFields,
} from "@/components/studio/options/row-fields";
import { PersonalFields, personalSummary } from "@/components/studio/options/whole-fields";
import { ZoneFields } from "@/components/studio/options/zone-fields";
import { Panel } from "@/components/studio/page-head";
import { Notice } from "@/components/ui/notice";
import { finishLabel } from "@/lib/domain/finish";
import { formatMoney } from "@/lib/domain/money";
import type { OptionPart } from "@/lib/domain/option-rows";
import { counted, inMm } from "@/lib/domain/sentence";
import type { OptionsToEdit } from "@/lib/features/catalog/options-schema";

type Row = { key: string; version: string; title: string; detail: string };

/** Everything that can be chosen on a product. Form, price, fit and date in the shop follow it at once. */
export function OptionsEditor({
  product,
  answer,
}: {
  product: OptionsToEdit;
  answer: ComponentProps<typeof OptionRow>["answer"];
}) {
  const { options, currency } = product;
  const alloy = (id: string) => product.alloys.find((known) => known.id === id)?.label ?? id;
  const rows = (
    part: OptionPart,
    list: readonly Row[],
    noun: string,
    fields: (index: number | null) => ReactNode,
  ) => (
    <>
      {list.map(({ key, version, title, detail }, index) => (
        <OptionRow
          key={key}
          {...{ product, answer, part, index, version }}
          summary={<Summary title={title} detail={detail} />}
          removable
        >
          {fields(index)}
        </OptionRow>
      ))}
      <OptionRow
        key="new"
        {...{ product, answer, part }}
        index={null}
        version={`new ${list.length}`}
        summary={<span className="underline underline-offset-4">{noun}</span>}
      >
        {fields(null)}
      </OptionRow>
    </>
  );
  const row = (key: string, value: unknown, title: string, detail: string): Row => ({
    ...{ key, title, detail },
    version: JSON.stringify(value),
  });
  const at = <T,>(list: readonly T[], index: number | null) =>
    index === null ? null : (list[index] ?? null);
  return (
    <div className="grid gap-5 lg:grid-cols-2 lg:items-start" id="options">
      {answer?.ok && (
        <Notice tone="positive" role="status" className="lg:col-span-2">
          Saved. The shop shows it within a moment.
        </Notice>
      )}
      <Panel title="Metals and finishes">
        {rows(
          "metal",
          options.metals.map((metal) =>
            row(metal.alloy, metal, alloy(metal.alloy), metal.finishes.map(finishLabel).join(", ")),
          ),
          "Add a metal",
          (index) => (
            <MetalFields metal={at(options.metals, index)} product={product} />
          ),
        )}
      </Panel>
      <Panel title="Sizes">
        <OptionRow
          {...{ product, answer, part: "size" }}
          index={0}
          version={JSON.stringify(options.size)}
          summary={<Summary title={sizeTitle(options.size)} detail={sizeDetail(options.size)} />}
        >
          <SizeFields size={options.size} />
        </OptionRow>
      </Panel>
      <Panel title="Stones">
        {rows(
          "slot",
          options.stoneSlots.map((slot) =>
            row(
              slot.id,
              slot,
              slot.label,
              `${inMm(slot.mm, 2)} ${slot.cut}, ${slot.allowed.length} to choose from`,
            ),
          ),
          "Add a stone",
          (index) => (
            <SlotFields slot={at(options.stoneSlots, index)} stones={product.stones} />
          ),
        )}
        {options.stoneSlots.length > 1 && (
          <OptionRow
            {...{ product, answer, part: "row" }}
            index={0}
            version={String(options.stoneRow)}
            summary={<span>{options.stoneRow ? "They are one row" : "Each has its own place"}</span>}
          >
            <FormBox
              name="stoneRow"
              label="They are one row"
              detail="The shopper says how many, from those that can’t be left empty to all, and who stands where."
              defaultChecked={options.stoneRow ?? false}
            />
          </OptionRow>
        )}
      </Panel>
      <Panel title="Engraving">
        {rows(
          "zone",
          options.engravingZones.map((zone) =>
            row(
              zone.id,
              zone,
              zone.label,
              `letters from ${inMm(zone.minHeightMm, 2)} to ${inMm(zone.maxHeightMm, 2)}, ${counted(zone.lines, "line")}`,
            ),
          ),
          "Add a place to engrave",
          (index) => (
            <ZoneFields
              zone={at(options.engravingZones, index)}
              slots={options.stoneSlots}
              currency={currency}
            />
          ),
        )}
      </Panel>
      <Panel title="Motifs">
        {rows(
          "motif",
          options.motifs.map((motif) =>
            row(motif.id, motif, motif.label, `adds ${formatMoney(motif.surchargeMinor, currency)}`),
          ),
          "Add a motif",
          (index) => (
            <MotifFields motif={at(options.motifs, index)} currency={currency} />
          ),
        )}
        {options.motifs.length > 0 && (
          <OptionRow
            {...{ product, answer, part: "motifs" }}
            index={0}
            version={String(options.motifRequired)}
            summary={<span>{options.motifRequired ? "One must be chosen" : "It can be left out"}</span>}
          >
            <FormBox name="required" label="A motif must be chosen" defaultChecked={options.motifRequired} />
          </OptionRow>
        )}
      </Panel>
      <Panel title="What doesn’t go together">
        {rows(
          "rule",
          options.rules.map((rule, index) => row(`${index} ${JSON.stringify(rule)}`, rule, rule.because, "")),
          "Add a rule",
          (index) => (
            <RuleFields rule={at(options.rules, index)} product={product} />
          ),
        )}
      </Panel>
      <Panel title="What makes it the buyer’s own">
        <OptionRow
          {...{ product, answer, part: "personal" }}
          index={0}
          version={JSON.stringify(options.personal)}
          summary={<Summary title={personalSummary(options)} detail="No right to return what is" />}
        >
          <PersonalFields options={options} />
        </OptionRow>
      </Panel>
    </div>
  );
}

function Summary({ title, detail }: { title: string; detail: string }) {
  return (
    <span className="grid">
      <span>{title}</span>
      {detail && <span className="text-ink-faint text-sm">{detail}</span>}
    </span>
  );
}

function sizeTitle(size: OptionsToEdit["options"]["size"]): string {
  if (!size) return "One size only";
  return size.kind === "ring" ? "Ring sizes" : "Lengths";
}

function sizeDetail(size: OptionsToEdit["options"]["size"]): string {
  return size ? `${inMm(size.minMm, 2)} to ${inMm(size.maxMm, 2)}, in steps of ${inMm(size.stepMm, 2)}` : "";
}
