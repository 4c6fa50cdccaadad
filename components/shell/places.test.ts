import { describe, expect, it } from "vitest";
import { everyPlace, isWithin, placeHref } from "./places";

const within = (pathname: string) =>
  everyPlace.filter((place) => isWithin(pathname, "demo", place)).map((place) => place.id);

describe("isWithin", () => {
  it.each([
    ["/demo", ["home"]],
    ["/demo/", ["home"]],
    ["/demo/journeys/42/build", ["journeys"]],
    ["/demo/segments/7", ["library"]],
    ["/demo/renewals", ["work"]],
    ["/demo/settings/keys", ["settings"]],
    ["/demo/nowhere", []],
    ["/other/journeys", []],
  ])("%s lies in %j", (pathname, expected) => {
    expect(within(pathname)).toEqual(expected);
  });

  it("gives every place one address and one key of its own", () => {
    const hrefs = everyPlace.map((place) => placeHref("demo", place));
    const keys = everyPlace.map((place) => place.key);
    expect(new Set(hrefs).size).toBe(hrefs.length);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
