import { ActionForm, FormButton, FormSelect, FormText } from "@/components/studio/action-form";
import { addPersonAction } from "@/lib/features/accounts/actions";
import { roleLabels, roles } from "@/lib/features/accounts/schema";

export function AddPersonForm({ benches }: { benches: readonly { id: string; name: string }[] }) {
  return (
    <ActionForm
      action={addPersonAction}
      done="Added. A link to choose a password is in the mail."
      className="grid gap-4"
    >
      <FormText name="name" label="Name" maxLength={80} autoComplete="off" required />
      <FormText name="email" label="E-mail address" type="email" autoComplete="off" required />
      <FormSelect name="role" label="Role" defaultValue="ARTISAN">
        {roles.map((role) => (
          <option key={role} value={role}>
            {roleLabels[role]}
          </option>
        ))}
      </FormSelect>
      <FormSelect name="artisanId" label="Bench" defaultValue="">
        <option value="">None</option>
        {benches.map((bench) => (
          <option key={bench.id} value={bench.id}>
            {bench.name}
          </option>
        ))}
      </FormSelect>
      <FormButton size="sm">Add and send a link</FormButton>
    </ActionForm>
  );
}
