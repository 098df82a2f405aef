import { Specimens } from "@/components/styleguide/specimen";
import { Checkbox } from "@/components/ui/checkbox";
import { SelectField, TextareaField, TextField } from "@/components/ui/text-field";

const TOO_LONG = "That is 2.1 mm too long. It fits at 1.4 mm letters, or without the comma.";

export function Fields() {
  return (
    <Specimens id="fields" title="Fields">
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
        <TextField label="Name" name="name" placeholder="As on the letterbox" />
        <TextField label="Name" name="filled" defaultValue="Ada Finch" hint="As on the letterbox" />
        <TextField label="Engraving" name="wrong" defaultValue="For ever, and ever" error={TOO_LONG} />
        <TextField label="Phone" name="phone" type="tel" optional />
        <TextField label="Order number" name="disabled" defaultValue="TM-1042" disabled />
        <SelectField label="Country" name="country" defaultValue="GB">
          <option value="GB">United Kingdom</option>
          <option value="FR">France</option>
        </SelectField>
        <SelectField label="Country" name="country-wrong" defaultValue="" error="Choose where it goes.">
          <option value="">Choose</option>
        </SelectField>
        <TextareaField label="Words for the card" name="words" hint="By hand, on our card" rows={3} />
        <div>
          <Checkbox name="gift" label="It’s a gift" detail="No prices in the parcel" />
          <Checkbox name="gift-on" label="It’s a gift" detail="No prices in the parcel" defaultChecked />
          <Checkbox name="gift-off" label="Wrapped" disabled />
        </div>
      </div>
    </Specimens>
  );
}
