/** Minutes at the bench as "45 min", "3 h 10 min"; outside, where days pass, as "2.5 days". */
export function durationWords(minutes: number, kind: "bench" | "external"): string {
  if (kind === "external" && minutes >= 720) {
    const days = Math.round((minutes / 1440) * 10) / 10;
    return days === 1 ? "1 day" : `${days} days`;
  }
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole} min`;
  return whole % 60 === 0 ? `${whole / 60} h` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
}
