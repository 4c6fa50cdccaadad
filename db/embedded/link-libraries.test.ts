import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { linkLibraries, shortNames } from "./link-libraries";

test("names the missing short names of Linux and macOS libraries, and no others", () => {
  expect(
    shortNames(["libpq.so.5.18", "libpq.so.5", "libssl.so.1.1", "libzstd.1.5.6.dylib", "libpq.a", "postgresql"]),
  ).toEqual([
    { link: "libpq.so", target: "libpq.so.5.18" },
    { link: "libssl.so.1", target: "libssl.so.1.1" },
    { link: "libssl.so", target: "libssl.so.1.1" },
    { link: "libzstd.1.dylib", target: "libzstd.1.5.6.dylib" },
    { link: "libzstd.dylib", target: "libzstd.1.5.6.dylib" },
  ]);
});

test("creates them once, relative, and is content the second time", () => {
  const dir = mkdtempSync(path.join(os.tmpdir(), "waymark-link-"));
  try {
    mkdirSync(path.join(dir, "lib"));
    writeFileSync(path.join(dir, "lib/libpq.so.5.18"), "");
    linkLibraries(dir);
    linkLibraries(dir);
    expect(readlinkSync(path.join(dir, "lib/libpq.so.5"))).toBe("libpq.so.5.18");
  } finally {
    rmSync(dir, { recursive: true });
  }
});
