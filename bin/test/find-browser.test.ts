import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "waymark-browser-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Asks in a process of its own, whose PATH and configuration are exactly these. */
function find(env: Record<string, string>): Promise<string> {
  const script = `import { findBrowser } from "@/bin/test/find-browser"; findBrowser(() => {}).then((at) => console.log("found " + at), (error) => console.log("none " + error.message));`;
  const args = ["--import", "tsx", "--input-type=module", "-e", script];
  const options = { env: { NODE_ENV: "test" as const, PATH: folder, WAYMARK_INSTALL_BROWSER: "0", ...env } };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, options, (error, stdout) => (error ? reject(error) : resolve(stdout.trim())));
  });
}

function fakeBrowser(name: string, code: number): string {
  const file = path.join(folder, name);
  writeFileSync(file, `#!/bin/sh\nexit ${code}\n`);
  chmodSync(file, 0o755);
  return file;
}

test("CHROMIUM_PATH comes first, and must start", async () => {
  fakeBrowser("chromium", 0);
  expect(await find({ CHROMIUM_PATH: fakeBrowser("mine", 0) })).toBe(`found ${path.join(folder, "mine")}`);
  const broken = fakeBrowser("broken", 1);
  expect(await find({ CHROMIUM_PATH: broken })).toBe(`none CHROMIUM_PATH ${broken} is not a browser that starts.`);
});

test("the system's browser is used when it starts, and one that does not is passed over", async () => {
  fakeBrowser("chromium", 1);
  const chrome = fakeBrowser("google-chrome", 0);
  expect(await find({})).toBe(`found ${chrome}`);
});

test.runIf(process.platform !== "darwin")(
  "with none and no permission to install, one sentence says what to do",
  async () => {
    expect(await find({})).toMatch(/^none No browser was found .* CHROMIUM_PATH=\S+\.$/);
  },
);
