"use server";

import { changeProductMaking, previewProductMaking } from "@/lib/features/catalog/making-mutations";
import { changeMakingSchema } from "@/lib/features/catalog/making-schema";
import { changeProductOptions } from "@/lib/features/catalog/options-mutations";
import { changeOptionsSchema } from "@/lib/features/catalog/options-schema";
import {
  movePicture,
  removeDraft,
  removePicture,
  retrySizes,
  saveDraft,
  savePicture,
} from "@/lib/features/catalog/picture-mutations";
import {
  draftSchema,
  movePictureSchema,
  removePictureSchema,
  saveDraftSchema,
  savePictureSchema,
} from "@/lib/features/catalog/picture-schema";
import { saveRig } from "@/lib/features/catalog/rig-mutations";
import { saveRigSchema } from "@/lib/features/catalog/rig-schema";
import {
  setProductProof,
  setProductStatus,
  updateProductCopy,
} from "@/lib/features/catalog/studio-mutations";
import {
  setProductProofSchema,
  setProductStatusSchema,
  updateProductCopySchema,
} from "@/lib/features/catalog/studio-schema";
import { staffActor } from "@/lib/features/orders/events";
import { tagsTouchedBy } from "@/lib/platform/cache";
import { studioAction } from "@/lib/platform/studio-action";

export const updateProductCopyAction = studioAction({
  name: "catalog.update-product-copy",
  role: "OWNER",
  input: updateProductCopySchema,
  run: (input, { now, staff }) => updateProductCopy(input, { now, actor: staffActor(staff) }),
  tags: ({ slug }) => tagsTouchedBy({ kind: "product", slug }),
});

export const setProductStatusAction = studioAction({
  name: "catalog.set-product-status",
  role: "OWNER",
  input: setProductStatusSchema,
  run: (input, { now, staff }) => setProductStatus(input, { now, actor: staffActor(staff) }),
  tags: ({ slug }) => tagsTouchedBy({ kind: "product", slug }),
});

export const setProductProofAction = studioAction({
  name: "catalog.set-product-proof",
  role: "OWNER",
  input: setProductProofSchema,
  run: (input, { now, staff }) => setProductProof(input, { now, actor: staffActor(staff) }),
  tags: ({ slug }) => tagsTouchedBy({ kind: "product", slug }),
});

export const changeProductOptionsAction = studioAction({
  name: "catalog.change-product-options",
  role: "OWNER",
  input: changeOptionsSchema,
  run: (input, { now, staff }) => changeProductOptions(input, { now, actor: staffActor(staff) }),
  tags: ({ slug }) => tagsTouchedBy({ kind: "product", slug }),
});

export const changeProductMakingAction = studioAction({
  name: "catalog.change-product-making",
  role: "OWNER",
  input: changeMakingSchema,
  run: (input, { now, staff }) => changeProductMaking(input, { now, actor: staffActor(staff) }),
  tags: ({ slug }) => tagsTouchedBy({ kind: "product", slug }),
});

/** What that would do, before it is done: the very form of the one above. */
export const previewProductMakingAction = studioAction({
  name: "catalog.preview-product-making",
  role: "OWNER",
  input: changeMakingSchema,
  run: (input, { now }) => previewProductMaking(input, { now }),
});

export const saveRigAction = studioAction({
  name: "catalog.save-rig",
  role: "OWNER",
  input: saveRigSchema,
  run: (input, { now, staff }) => saveRig(input, { now, actor: staffActor(staff) }),
  tags: ({ slug }) => tagsTouchedBy({ kind: "product", slug }),
});

export const savePictureAction = studioAction({
  name: "catalog.save-picture",
  role: "OWNER",
  input: savePictureSchema,
  run: (input, { now, staff }) => savePicture(input, { now, actor: staffActor(staff) }),
  tags: ({ slug }) => tagsTouchedBy({ kind: "product", slug }),
});

export const movePictureAction = studioAction({
  name: "catalog.move-picture",
  role: "OWNER",
  input: movePictureSchema,
  run: (input, { now, staff }) => movePicture(input, { now, actor: staffActor(staff) }),
  tags: ({ slug }) => tagsTouchedBy({ kind: "product", slug }),
});

export const removePictureAction = studioAction({
  name: "catalog.remove-picture",
  role: "OWNER",
  input: removePictureSchema,
  run: (input, { now, staff }) => removePicture(input, { now, actor: staffActor(staff) }),
  tags: ({ slug }) => tagsTouchedBy({ kind: "product", slug }),
});

export const saveDraftAction = studioAction({
  name: "catalog.save-draft",
  role: "OWNER",
  input: saveDraftSchema,
  run: (input, { now, staff }) => saveDraft(input, { now, actor: staffActor(staff) }),
  tags: ({ slug }) => tagsTouchedBy({ kind: "product", slug }),
});

export const removeDraftAction = studioAction({
  name: "catalog.remove-draft",
  role: "OWNER",
  input: draftSchema,
  run: (input, { now, staff }) => removeDraft(input, { now, actor: staffActor(staff) }),
  tags: ({ slug }) => tagsTouchedBy({ kind: "product", slug }),
});

export const retrySizesAction = studioAction({
  name: "catalog.retry-sizes",
  role: "OWNER",
  input: draftSchema,
  run: (input, { now, staff }) => retrySizes(input, { now, actor: staffActor(staff) }),
  tags: ({ slug }) => tagsTouchedBy({ kind: "product", slug }),
});
