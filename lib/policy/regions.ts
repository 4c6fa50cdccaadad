/** Codes that name a group of countries, nothing, or a test. */
const noCountry: ReadonlySet<string> = new Set(["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"]);

const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** Every country and territory there is today, ISO 3166 alpha-2, in the order of their codes. */
export const regions: readonly string[] = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => !noCountry.has(code) && names.of(code) !== undefined && isOfToday(code));

export function isRegion(code: string): boolean {
  return regions.includes(code);
}

/** A code of a country that is gone, such as DD, reads as its successor's. */
function isOfToday(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region === code;
}
