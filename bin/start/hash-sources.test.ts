import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashSources } from "./hash-sources";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "waymark-hash-"));
  mkdirSync(path.join(root, "app/deep"), { recursive: true });
  writeFileSync(path.join(root, "app/deep/page.tsx"), "one");
  writeFileSync(path.join(root, "package-lock.json"), "{}");
});
afterEach(() => rmSync(root, { recursive: true }));

test.each([
  ["a page changes", "app/deep/page.tsx", "two"],
  ["a page is added", "app/other.tsx", "one"],
  ["a library changes", "package-lock.json", "{ }"],
])("differs when %s", (_, file, content) => {
  const before = hashSources(root);
  writeFileSync(path.join(root, file), content);
  expect(hashSources(root)).not.toBe(before);
});

test("stays the same for tests, documents and new timestamps", () => {
  const before = hashSources(root);
  writeFileSync(path.join(root, "app/deep/page.tsx"), "one");
  writeFileSync(path.join(root, "app/deep/page.test.tsx"), "new");
  writeFileSync(path.join(root, "README.md"), "new");
  expect(hashSources(root)).toBe(before);
});
