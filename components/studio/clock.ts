/** Minutes of a day as a time input has them: 540 is "09:00". The day's very end, 1440, has no such name: 23:59. */
export function clock(minute: number): string {
  const shown = Math.min(minute, 1439);
  return `${String(Math.floor(shown / 60)).padStart(2, "0")}:${String(shown % 60).padStart(2, "0")}`;
}
