import { benchForms } from "./bench-forms";
import { catalogueForms } from "./catalogue-forms";
import type { FormCase } from "./form-case";
import { moneyForms } from "./money-forms";
import { peopleForms } from "./people-forms";
import { promiseForms } from "./promise-forms";
import { proposalForms } from "./proposal-forms";
import { settingsForms } from "./settings-forms";
import { shopForms } from "./shop-forms";

/** Every server action that takes a form. */
export const formCases: Record<string, FormCase> = {
  ...shopForms,
  ...peopleForms,
  ...benchForms,
  ...promiseForms,
  ...proposalForms,
  ...settingsForms,
  ...catalogueForms,
  ...moneyForms,
};
