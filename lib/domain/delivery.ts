/** What goes where. */
export type DeliveryMethod = { countries: readonly string[] };

/** The methods that serve a country, in the workshop's order: those that name it, else those for everywhere. */
export function deliveriesTo<M extends DeliveryMethod>(country: string, methods: readonly M[]): M[] {
  const named = methods.filter((method) => method.countries.includes(country));
  return named.length > 0 ? named : methods.filter((method) => method.countries.includes("*"));
}
