import { expect, it } from "vitest";
import { safeReturn } from "./safe-return";

it.each([
  ["/demo/accounts?stage=growth", "/demo/accounts?stage=growth"],
  [undefined, "/"],
  ["", "/"],
  ["https://evil.example/", "/"],
  ["//evil.example/", "/"],
  ["/\\evil.example/", "/"],
  ["/\t/evil.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["/sign-in?to=/sign-in", "/"],
])("%j leads to %s", (to, expected) => {
  expect(safeReturn(to)).toBe(expected);
});
