import { expect, test } from "vitest";
import { z } from "zod";
import { BUCKET_COUNT, bucketOf } from "@/lib/hash/bucket-of";
import { idOf } from "@/lib/hash/id-of";
import { seededRandom } from "@/lib/hash/seeded-random";

test("ids are uuids, fixed by their names, distinct and even over the buckets", () => {
  const ids = Array.from({ length: 20_000 }, (_, i) => idOf("person", String(i)));
  expect(ids.every((id) => z.uuid().safeParse(id).success)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(idOf("person", "7")).toBe(ids[7]);
  const counts = new Array<number>(BUCKET_COUNT).fill(0);
  for (const id of ids) counts[bucketOf(id)] = (counts[bucketOf(id)] ?? 0) + 1;
  expect(Math.min(...counts)).toBeGreaterThan(40);
  expect(Math.max(...counts)).toBeLessThan(125);
});

test("a seeded stream repeats itself and spreads evenly", () => {
  const draw = (name: string) => {
    const random = seededRandom(name);
    return Array.from({ length: 10_000 }, () => random.next());
  };
  expect(draw("a")).toEqual(draw("a"));
  expect(draw("a")).not.toEqual(draw("b"));
  const mean = draw("a").reduce((sum, one) => sum + one, 0) / 10_000;
  expect(mean).toBeGreaterThan(0.49);
  expect(mean).toBeLessThan(0.51);
  const random = seededRandom("normal");
  const normals = Array.from({ length: 10_000 }, () => random.normal());
  expect(Math.abs(normals.reduce((sum, one) => sum + one, 0) / 10_000)).toBeLessThan(0.04);
});
