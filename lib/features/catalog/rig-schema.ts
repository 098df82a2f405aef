import { z } from "zod";
import type { ProductOptions } from "@/lib/domain/options";
import type { Rig } from "@/lib/domain/rig";

/** One photo with what the editor of its rig needs. */
export type PictureToRig = {
  slug: string;
  name: string;
  version: number;
  picture: { id: string; src: string; width: number; alt: string; alloyId: string | null; rig: Rig | null };
  options: ProductOptions;
  stones: { id: string; label: string; colour: string }[];
  /** the size that the design is shown in, for letters round a ring */
  referenceMm: number | null;
};

/** The whole rig of a photo; the fields of its form, which the domain knows, come along as they were typed. */
export const saveRigSchema = z
  .object({
    slug: z.string().min(1).max(100),
    version: z.coerce.number<unknown>().int().min(1),
    picture: z.string().min(1).max(40),
    /** of the photo that was drawn into: another may take its place meanwhile */
    src: z.string().min(1).max(200),
  })
  .catchall(z.string("Please fill this in as text.").max(40, "40 characters at most."))
  .transform(({ slug, version, picture, src, ...fields }) => ({ slug, version, picture, src, fields }));

export type SaveRigInput = z.output<typeof saveRigSchema>;
