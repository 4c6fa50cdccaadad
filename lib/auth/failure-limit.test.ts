import { describe, expect, it } from "vitest";
import { FailureLimit } from "./failure-limit";

describe("FailureLimit", () => {
  it("stops a key at its limit until the window has passed", () => {
    const limit = new FailureLimit(3, 1_000);
    for (const atMs of [0, 100, 200]) {
      expect(limit.waitMs("ana", atMs)).toBe(0);
      limit.fail("ana", atMs);
    }
    expect(limit.waitMs("ana", 300)).toBe(700);
    expect(limit.waitMs("ben", 300)).toBe(0);
    expect(limit.waitMs("ana", 1_000)).toBe(0);
  });

  it("starts a new window after the old one", () => {
    const limit = new FailureLimit(1, 1_000);
    limit.fail("ana", 0);
    limit.fail("ana", 1_500);
    expect(limit.waitMs("ana", 1_500)).toBe(1_000);
  });

  it("forgets after a success", () => {
    const limit = new FailureLimit(1, 1_000);
    limit.fail("ana", 0);
    limit.forget("ana");
    expect(limit.waitMs("ana", 1)).toBe(0);
  });

  it("does not grow without end", () => {
    const limit = new FailureLimit(1, 1_000);
    for (let place = 0; place <= 10_000; place += 1) limit.fail(`key ${place}`, 0);
    expect(limit.waitMs("key 0", 1)).toBe(0);
    expect(limit.waitMs("key 10000", 1)).toBe(999);
  });
});
