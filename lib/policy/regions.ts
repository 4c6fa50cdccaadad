import { getCountries } from "libphonenumber-js";

const codes: ReadonlySet<string> = new Set(getCountries());

/** Every country and territory with a telephone network, ISO 3166 alpha-2, in the order of their codes. */
export const regions: readonly string[] = [...codes].sort();

export function isRegion(code: string): boolean {
  return codes.has(code);
}
