import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RigEditor } from "@/components/studio/rig/rig-editor";
import { saveRigAction } from "@/lib/features/catalog/studio-actions";
import { loadPictureToRig } from "@/lib/features/catalog/studio-loaders";
import { readAnswer } from "@/lib/platform/form-answer";

export const metadata: Metadata = { title: "Draw into a picture" };

// Rendered whole before it is sent, so that it works without scripts.
export const instant = false;

type Props = { params: Promise<{ slug: string; id: string }> };

export default async function PicturePage({ params }: Props) {
  const { slug, id } = await params;
  const product = await loadPictureToRig(decodeURIComponent(slug), decodeURIComponent(id));
  if (!product) notFound();
  return <RigEditor product={product} answer={await readAnswer(saveRigAction)} />;
}
