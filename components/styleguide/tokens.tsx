import { Specimen, Specimens } from "@/components/styleguide/specimen";

const grounds = ["bg-paper", "bg-paper-raised", "bg-paper-sunk", "bg-plaster"];
const words = ["bg-ink", "bg-ink-soft", "bg-ink-faint", "bg-on-ink"];
const lines = ["bg-line", "bg-line-strong", "bg-accent", "bg-accent-bright", "bg-accent-tint"];
const states = [
  ...["bg-positive", "bg-positive-tint", "bg-warning", "bg-warning-tint"],
  ...["bg-danger", "bg-danger-tint"],
];
const metals = [
  ...["bg-metal-yellow", "bg-metal-rose", "bg-metal-white"],
  ...["bg-metal-silver", "bg-metal-platinum"],
];
const sizes = [
  ...["text-xs", "text-sm", "text-base", "text-lg", "text-xl"],
  ...["text-2xl", "text-3xl", "text-4xl"],
];

/** The tokens of app/globals.css, by the classes that use them. */
export function Tokens() {
  return (
    <Specimens id="tokens" title="Tokens">
      <Colours name="Grounds" classes={grounds} />
      <Colours name="Words" classes={words} />
      <Colours name="Lines and the one metal" classes={lines} />
      <Colours name="States" classes={states} />
      <Colours name="Samples of metal" classes={metals} />
      <Specimen name="Type: the display face">
        <div className="grid w-full gap-1">
          {sizes.map((size) => (
            <p key={size} className={`font-display ${size}`}>
              What the bench makes <span className="font-sans text-ink-faint text-xs">{size}</span>
            </p>
          ))}
          <p className="display-italic text-2xl">For ever and a day</p>
        </div>
      </Specimen>
      <Specimen name="Type: the text face">
        <div className="grid w-full gap-1">
          {sizes.slice(0, 5).map((size) => (
            <p key={size} className={size}>
              It arrives by Tue 8 Dec, 9 times in 10. £1,240.50{" "}
              <span className="text-ink-faint text-xs">{size}</span>
            </p>
          ))}
        </div>
      </Specimen>
      <Specimen name="Radius and shadow">
        <Box className="rounded-sm border border-line-strong" name="rounded-sm" />
        <Box className="rounded-md border border-line-strong" name="rounded-md" />
        <Box className="rounded-lg border border-line-strong" name="rounded-lg" />
        <Box className="rounded-lg bg-paper-raised shadow-raised" name="shadow-raised" />
      </Specimen>
    </Specimens>
  );
}

function Colours({ name, classes }: { name: string; classes: readonly string[] }) {
  return (
    <Specimen name={name}>
      {classes.map((each) => (
        <div key={each} className="grid w-28 gap-1 text-xs">
          <span className={`h-12 rounded-md border border-line ${each}`} />
          {each.replace("bg-", "")}
        </div>
      ))}
    </Specimen>
  );
}

function Box({ className, name }: { className: string; name: string }) {
  return <div className={`grid h-20 w-32 place-items-center text-xs ${className}`}>{name}</div>;
}
