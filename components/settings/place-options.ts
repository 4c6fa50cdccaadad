import type { Option } from "@/components/ui/select";
import { regions } from "@/lib/policy/regions";

/** Every time zone with what its clocks are ahead of UTC at that moment. */
export function zoneOptions(at: Date): Option[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")].map((zone) => {
    const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(at);
    const offset = parts.find((part) => part.type === "timeZoneName")?.value.replace("GMT", "UTC") ?? "UTC";
    return { value: zone, label: zone.replaceAll("_", " "), ...(zone === "UTC" ? {} : { note: offset }) };
  });
}

/** Every country by its English name. */
export function regionOptions(): Option[] {
  const names = new Intl.DisplayNames("en", { type: "region" });
  return regions
    .map((code) => ({ value: code, label: `${names.of(code) ?? code} (${code})` }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}
