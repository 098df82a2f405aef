"use server";

import { staffActor } from "@/lib/features/orders/events";
import { readJobCommand } from "@/lib/features/workshop/job-commands";
import { setPhotoVisible } from "@/lib/features/workshop/job-photos";
import { addNote } from "@/lib/features/workshop/mutations";
import { noticeDelay } from "@/lib/features/workshop/notice-delay";
import {
  addNoteSchema,
  noticeDelaySchema,
  setPhotoVisibleSchema,
  shipOrderSchema,
} from "@/lib/features/workshop/schema";
import { shipOrder } from "@/lib/features/workshop/ship-order";
import { readFields } from "@/lib/platform/action";
import { studioAction } from "@/lib/platform/studio-action";

/** Start, finish, check, hold, resume, rush: whatever moves one piece on. The form's `command` says which. */
export const changeJobAction = studioAction({
  name: "workshop.change-job",
  input: readJobCommand,
  run: (command, { now, staff }) => command({ now, actor: staffActor(staff) }),
});

export const addNoteAction = studioAction({
  name: "workshop.add-note",
  input: addNoteSchema,
  run: (input, { now, staff }) => addNote(input, { now, actor: staffActor(staff) }),
});

export const shipOrderAction = studioAction({
  name: "workshop.ship-order",
  input: shipOrderSchema,
  // One box a piece: a form gives several values of one name.
  read: (form) => ({ ...readFields(form), jobIds: form.getAll("jobIds") }),
  run: (input, { now, staff }) => shipOrder(input, { now, actor: staffActor(staff) }),
});

export const noticeDelayAction = studioAction({
  name: "workshop.notice-delay",
  input: noticeDelaySchema,
  run: (input, { now, staff }) => noticeDelay(input, { now, actor: staffActor(staff) }),
});

export const setPhotoVisibleAction = studioAction({
  name: "workshop.set-photo-visible",
  input: setPhotoVisibleSchema,
  run: (input, { now, staff }) => setPhotoVisible(input, { now, actor: staffActor(staff) }),
});
