import { cx } from "@/components/ui/class-names";
import { type PicturedAs, pictureNote } from "@/lib/domain/pictured";

/** Below a picture that was made of another piece: nobody shall take a colour or a surface from it. */
export function PictureNote({ picture, className }: { picture: PicturedAs; className?: string }) {
  const note = pictureNote(picture);
  return note && <p className={cx("text-ink-faint text-xs", className)}>{note}</p>;
}
