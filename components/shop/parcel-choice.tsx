import type { ReactNode } from "react";
import { WayWords } from "@/components/shop/parcel-words";
import { RadioCard, RadioCards } from "@/components/ui/radio-cards";
import { formatMoney } from "@/lib/domain/money";
import type { ParcelChoice as Choice } from "@/lib/domain/parcels";
import type { ParcelView } from "@/lib/features/cart/schema";

type ParcelChoiceProps = {
  legend: ReactNode;
  together: readonly ParcelView[];
  apart: readonly ParcelView[];
  /** what several parcels cost more than one */
  moreMinor: number;
  currency: string;
  chosen: Choice;
  onChoose?: () => void;
  error?: string | undefined;
};

/** All of it in one parcel, or each piece as it is ready: both with their days and price, before either is chosen. */
export function ParcelChoice({ legend, together, apart, moreMinor, currency, ...rest }: ParcelChoiceProps) {
  const { chosen, onChoose, error } = rest;
  const asked = onChoose ? { onChange: onChoose } : {};
  return (
    <RadioCards legend={legend} error={error}>
      <RadioCard
        name="parcels"
        value="together"
        defaultChecked={chosen === "together"}
        {...asked}
        label="Everything together, in one parcel"
        detail={<WayWords parcels={together} />}
      />
      <RadioCard
        name="parcels"
        value="apart"
        defaultChecked={chosen === "apart"}
        {...asked}
        label={
          <span className="flex flex-wrap justify-between gap-x-4">
            <span>Each as it is ready, in {apart.length} parcels</span>
            <span className="tabular-nums">
              {moreMinor === 0 ? "at no extra cost" : `${formatMoney(moreMinor, currency)} more for delivery`}
            </span>
          </span>
        }
        detail={<WayWords parcels={apart} />}
      />
    </RadioCards>
  );
}
