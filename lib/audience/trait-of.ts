/** A value by name, own properties only; a dotted name walks into objects (`address.city`). Undefined when missing. */
export function traitOf(values: Readonly<Record<string, unknown>> | null, name: string): unknown {
  if (values === null) return undefined;
  if (Object.hasOwn(values, name)) return values[name];
  if (!name.includes(".")) return undefined;
  let at: unknown = values;
  for (const part of name.split(".")) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Record<string, unknown>)[part];
  }
  return at;
}
