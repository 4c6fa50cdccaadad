import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { missingPlatformPackages } from "./complete-lock";

test("the lock file names every platform package, so that npm ci accepts it anywhere", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  expect(Object.keys(missingPlatformPackages(packages))).toEqual([]);
});

test("finds what is missing, at the version its package asks for, and where it may be installed", () => {
  const packages = {
    "": {},
    "node_modules/tool": {
      version: "2.0.0",
      dev: true,
      optionalDependencies: { "@tool/cli-linux-x64-musl": "2.0.0", "@tool/cli-darwin-arm64": "2.0.0" },
    },
    "node_modules/@tool/cli-darwin-arm64": { version: "2.0.0" },
  };
  expect(missingPlatformPackages(packages)).toEqual({
    "node_modules/@tool/cli-linux-x64-musl": {
      version: "2.0.0",
      cpu: ["x64"],
      dev: true,
      libc: ["musl"],
      optional: true,
      os: ["linux"],
    },
  });
});
