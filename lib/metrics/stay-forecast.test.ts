import fc from "fast-check";
import { expect, test } from "vitest";
import { addValues, confidenceOf, rangeOf, type Stay, stayValues } from "@/lib/metrics/stay-forecast";

const ended = (...days: number[]): Stay[] => days.map((one) => ({ days: one, ended: true }));

test("without open stays the median is the ordinary one", () => {
  const values = stayValues(ended(10, 20, 30, 40, 50, 60, 70, 80, 90, 100), 0);
  expect(values && rangeOf(values)).toEqual({ median: 50, low: 10, high: 90 });
});

test("given the days so far, only longer stays count", () => {
  const values = stayValues(ended(10, 20, 30, 40, 50, 60, 70, 80, 90, 100), 60);
  expect(values && rangeOf(values)).toEqual({ median: 80, low: 70, high: 100 });
});

test("open stays push the estimate up: they have not ended yet", () => {
  const short = ended(10, 20, 30, 40, 50, 60, 70, 80);
  const open: Stay[] = [25, 35, 45, 55].map((days) => ({ days, ended: false }));
  const alone = stayValues(short, 0) ?? [];
  const withOpen = stayValues([...short, ...open], 0) ?? [];
  expect(rangeOf(alone).median).toBe(40);
  expect(rangeOf(withOpen).median).toBe(50);
});

test("a known Kaplan–Meier curve", () => {
  // 8 ended and 2 open: S(5) = 9/10, S(10) = 9/10 · 7/8 = 0.7875, so 4 and then 8.5 of 40 values have ended.
  const stays = [...ended(5, 10, 15, 20, 25, 30, 35, 40), { days: 7, ended: false }, { days: 12, ended: false }];
  const values = stayValues(stays, 0) ?? [];
  expect(values.filter((value) => value === 5).length).toBe(4);
  expect(values.filter((value) => value <= 10).length).toBe(9);
});

test("too little history says so", () => {
  expect(stayValues(ended(1, 2, 3, 4, 5, 6, 7), 0)).toBeNull();
  expect(stayValues(ended(1, 2, 3, 4, 5, 6, 7, 8, 9), 6)).toBeNull();
});

test("sums keep order and bounds", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(500), { minLength: 8, maxLength: 30 }),
      fc.array(fc.nat(500), { minLength: 8, maxLength: 30 }),
      (a, b) => {
        const sum = addValues(a, b);
        expect(sum).toEqual([...sum].sort((x, y) => x - y));
        expect(sum[0]).toBeGreaterThanOrEqual(Math.min(...a) + Math.min(...b));
        expect(sum.at(-1)).toBeLessThanOrEqual(Math.max(...a) + Math.max(...b));
      },
    ),
  );
});

test("a stay already long is never forecast to have ended", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ days: fc.integer({ min: 1, max: 400 }), ended: fc.boolean() }), {
        minLength: 8,
        maxLength: 60,
      }),
      fc.nat(400),
      (stays, soFar) => {
        const values = stayValues(stays, soFar);
        return values === null || values.every((value) => value > soFar);
      },
    ),
  );
});

test("confidence follows the width of the range", () => {
  expect([30, 31, 90, 91].map((width) => confidenceOf({ median: 0, low: 0, high: width }))).toEqual([
    "H",
    "M",
    "M",
    "L",
  ]);
});
