"use client";

import { startTransition, useActionState, useEffect, useRef, useState } from "react";
import { PageHead, Panel } from "@/components/studio/page-head";
import { type RigHandle, slotHandles, zoneHandles } from "@/components/studio/rig/rig-handles";
import { type ItemProps, SlotFields, ZoneFields } from "@/components/studio/rig/rig-item-fields";
import { RigSample } from "@/components/studio/rig/rig-sample";
import { RigStage } from "@/components/studio/rig/rig-stage";
import { type Sample, useRigPreview } from "@/components/studio/rig/use-rig-preview";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { zoneWidthMm } from "@/lib/domain/engraving";
import type { EngravingZone } from "@/lib/domain/options";
import { fieldsOfDrawn, fieldsOfRig, parsePlacement, readRigFields } from "@/lib/domain/rig-fields";
import { linePoints, type RigShape, reshape, startPlacement } from "@/lib/domain/rig-shape";
import { fieldsOfDrawnSlot } from "@/lib/domain/rig-slot-fields";
import type { PictureToRig } from "@/lib/features/catalog/rig-schema";
import { saveRigAction } from "@/lib/features/catalog/studio-actions";
import { studioRoutes } from "@/lib/platform/studio-routes";

type Answer = Awaited<ReturnType<typeof saveRigAction>>;
type RigEditorProps = { product: PictureToRig; answer: Answer };

/** One photo: where its letters stand and its stones lie, drawn over it or typed beside it. */
export function RigEditor({ product, answer }: RigEditorProps) {
  const [state, dispatch, pending] = useActionState(saveRigAction, answer);
  const { slug, name, picture } = product;
  return (
    <>
      <PageHead title={`Draw into a picture of ${name}`} lead={picture.alt}>
        <TextLink href={studioRoutes.productPictures(slug)} className="inline-flex min-h-11 items-center">
          All its pictures
        </TextLink>
      </PageHead>
      {state?.ok && (
        <Notice tone="positive" role="status" className="mb-4">
          Saved. The shop shows it within a moment.
        </Notice>
      )}
      {state && !state.ok && (
        <Notice tone="danger" role="alert" className="mb-4">
          {state.message}
        </Notice>
      )}
      {/* What a colleague saved is shown afresh, not overwritten, and so is another photo. */}
      <RigForm key={`${product.version} ${picture.src}`} {...{ product, state, dispatch, pending }} />
    </>
  );
}

type RigFormProps = {
  product: PictureToRig;
  state: Answer;
  dispatch: (form: FormData) => void;
  pending: boolean;
};

function RigForm({ product, state, dispatch, pending }: RigFormProps) {
  const { slug, version, picture, options, stones } = product;
  const refused = state && !state.ok && state.code !== "STALE" ? state : null;
  const [fields, setFields] = useState<Record<string, string>>(
    () => refused?.values ?? fieldsOfRig(picture.rig, options),
  );
  const [ready, setReady] = useState(false);
  const [drawn, setDrawn] = useState(() => firstItem(product));
  const [sample, setSample] = useState<Sample>(() => ({
    ...{ words: "Anna & Tom", stone: "" },
    font: options.engravingZones[0]?.fonts[0] ?? "",
  }));
  const whole = useRef(picture.rig);
  useEffect(() => setReady(true), []);

  const read = readRigFields(rigFieldsIn(fields), { options, stones, before: picture.rig });
  // While a number is being typed the picture stays as it was.
  if (read.ok) whole.current = read.rig;
  const { markup, tooLong } = useRigPreview(product, whole.current, sample);
  const errors = read.ok ? (refused?.errors ?? []) : read.errors;
  const slotOf = (id: string) => picture.rig?.slots.find((slot) => slot.id === id);
  const turns = (id: string) => slotOf(id)?.sprite === undefined;

  const change = (name: string, value: string) => {
    const [kind, id = "", part] = name.split(".");
    const zone = options.engravingZones.find((candidate) => candidate.id === id);
    setFields((before) => {
      if (kind === "zone" && part === "shape" && zone)
        return { ...before, [name]: value, ...shapedAnew(product, zone, value, before) };
      const { [name]: _gone, ...others } = before;
      if (kind === "slot" && part === "in")
        return value === "" ? others : { ...newSlot(id, before), ...others, [name]: value };
      return { ...before, [name]: value };
    });
  };
  const item: ItemProps = {
    ...{ fields, ready },
    errorAt: (name) => errors.find(({ path }) => path === name)?.message,
    onChange: change,
  };
  const handles: RigHandle[] = ready
    ? [
        ...options.engravingZones.flatMap((zone) =>
          drawn === `zone.${zone.id}` ? zoneHandles(zone, fields) : [],
        ),
        ...options.stoneSlots.flatMap((slot) =>
          drawn === `slot.${slot.id}` ? slotHandles(slot, fields, turns(slot.id)) : [],
        ),
      ]
    : [];
  const panel = (key: string, title: string, children: React.ReactNode) => (
    <div key={key} onFocusCapture={() => setDrawn(key)}>
      <Panel
        title={title}
        aside={ready && <ShowHandles shown={drawn === key} onShow={() => setDrawn(key)} />}
      >
        <div className="grid gap-3">{children}</div>
      </Panel>
    </div>
  );

  return (
    <form
      action={dispatch}
      noValidate
      className="grid items-start gap-5 lg:grid-cols-[3fr_2fr]"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        if (!pending) startTransition(() => dispatch(form));
      }}
    >
      {Object.entries({ slug, version, picture: picture.id, src: picture.src }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid gap-5 lg:sticky lg:top-4">
        <RigStage
          photo={picture}
          {...{ markup, options, fields, handles }}
          onMove={(moved) => setFields((before) => ({ ...before, ...moved }))}
        />
        <RigSample product={product} sample={sample} onChange={setSample} tooLong={tooLong} />
      </div>
      <div className="grid gap-5">
        {options.engravingZones.map((zone) =>
          panel(`zone.${zone.id}`, zone.label, <ZoneFields zone={zone} {...item} />),
        )}
        {options.stoneSlots.map((slot) =>
          panel(
            `slot.${slot.id}`,
            slot.label,
            <SlotFields
              slot={slot}
              stones={stones.filter(
                ({ id }) => slot.allowed.includes(id) || id === slotOf(slot.id)?.pictured,
              )}
              turns={turns(slot.id)}
              {...item}
            />,
          ),
        )}
        {ready && !read.ok && (
          <p role="status" className="text-danger text-sm">
            {read.errors[0]?.message}
          </p>
        )}
        <SubmitButton pendingLabel="One moment…" pending={pending} className="justify-self-start">
          Save
        </SubmitButton>
      </div>
    </form>
  );
}

function ShowHandles({ shown, onShow }: { shown: boolean; onShow: () => void }) {
  if (shown) return <span className="text-sm">its handles are in the photo</span>;
  return (
    <button type="button" className="touch-line text-ink-soft text-sm underline" onClick={onShow}>
      Show its handles
    </button>
  );
}

/** The first that is in the photo, else the first there is. */
function firstItem({ options, picture }: PictureToRig): string {
  const zone = options.engravingZones.find(({ id }) => picture.rig?.zones.some((entry) => entry.id === id));
  const slot = options.stoneSlots.find(({ id }) => picture.rig?.slots.some((entry) => entry.id === id));
  if (zone || (!slot && options.engravingZones[0])) return `zone.${(zone ?? options.engravingZones[0])?.id}`;
  return `slot.${(slot ?? options.stoneSlots[0])?.id}`;
}

/** The fields of another shape: the same line, or one to begin with. */
function shapedAnew(
  { options, referenceMm }: PictureToRig,
  zone: EngravingZone,
  shape: string,
  fields: Record<string, string>,
): Record<string, string> {
  if (!isShape(shape)) return {};
  const widthMm = zoneWidthMm(zone, options.size?.kind === "ring" ? referenceMm : null);
  // Of what runs round a ring a photo shows about a quarter.
  const round = zone.shape === "ring-inside" || zone.shape === "ring-outside";
  const before = parsePlacement(fields, zone.id);
  const drawn = before ?? startPlacement((round ? widthMm / 4 : widthMm) || 10, zone.maxHeightMm);
  return fieldsOfDrawn(zone.id, reshape(drawn, shape));
}

function newSlot(id: string, fields: Record<string, string>): Record<string, string> {
  const others = Object.keys(fields).filter((name) => /^slot\..+\.in$/.test(name)).length;
  return {
    ...fieldsOfDrawnSlot(id, { centre: [0.5, 0.5], w: 0.1, h: 0.1, rot: 0 }),
    [`slot.${id}.order`]: String(others + 1),
    [`slot.${id}.pictured`]: "",
  };
}

function isShape(id: string): id is RigShape {
  return Object.hasOwn(linePoints, id);
}

/** Without what goes along unseen. */
function rigFieldsIn(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => /^(zone|slot)\./.test(name)));
}
