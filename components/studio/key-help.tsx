import { studioKeys } from "@/components/studio/studio-key-table";

export function KeyHelp() {
  return (
    <dl className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2">
      {studioKeys.map(({ key, label }) => (
        <div key={key} className="contents">
          <dt>
            <Key>g</Key> <Key>{key}</Key>
          </dt>
          <dd>{label}</dd>
        </div>
      ))}
    </dl>
  );
}

function Key({ children }: { children: string }) {
  return (
    <kbd className="inline-flex size-7 items-center justify-center rounded-md border border-line-strong bg-paper font-mono text-xs">
      {children}
    </kbd>
  );
}
