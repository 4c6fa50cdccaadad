import { expect, test } from "vitest";
import { isRegion, regions } from "./regions";

test("knows countries of today, no groups and none that are gone", () => {
  expect(["DE", "US", "JP", "GB", "XK"].filter((code) => !isRegion(code))).toEqual([]);
  expect(["DD", "SU", "EU", "UN", "XX", "ZZ", "UK", "de", ""].filter(isRegion)).toEqual([]);
  expect(regions.length).toBeGreaterThan(240);
  expect(regions.length).toBeLessThan(265);
});
