/** For how long a price holds, said where it is shown. The buyer's own clock is unknown here, so the zone is said. */
export function PriceKept({ until, timeZone }: { until: string | null; timeZone: string }) {
  if (!until) return null;
  const words = new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  }).format(new Date(until));
  return (
    <p className="text-ink-soft text-sm">
      Should metal become dearer, we keep these prices until <time dateTime={until}>{words}</time>.
    </p>
  );
}
