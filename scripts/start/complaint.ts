/** Something the person who started us can put right. Told in one line, without a stack. */
export class Complaint extends Error {
  override readonly name = "Complaint";
}
