import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { env } from "@/lib/env";
import { runTool } from "./run-tool";

const SYSTEM_NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];
const APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const NONE =
  "No browser was found for the browser tests. Install Chromium or Chrome, or name one with CHROMIUM_PATH=/path/to/chromium.";

/**
 * A Chromium that starts on this machine: CHROMIUM_PATH, the system's, Playwright's own (downloaded into .cache), and
 * as root on a Debian-like system the package manager's. WAYMARK_INSTALL_BROWSER=0 forbids the last two.
 */
export async function findBrowser(say: (sentence: string) => void = console.log): Promise<string> {
  const { chromiumPath, installBrowser } = env();
  if (chromiumPath !== undefined) {
    if (starts(chromiumPath)) return chromiumPath;
    throw new Error(`CHROMIUM_PATH ${chromiumPath} is not a browser that starts.`);
  }
  const system = findSystemBrowser();
  if (system !== undefined) {
    say(`Using the system's browser, ${system}`);
    return system;
  }
  if (!installBrowser) throw new Error(NONE);
  return (await installPlaywrightBrowser(say)) ?? (await installSystemBrowser(say)) ?? fail();
}

function fail(): never {
  throw new Error(NONE);
}

export function findSystemBrowser(): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  return [...SYSTEM_NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...APPLICATIONS].find(
    (file) => existsSync(file) && starts(file),
  );
}

function starts(file: string): boolean {
  return spawnSync(file, ["--version"], { timeout: 20_000, stdio: "ignore" }).status === 0;
}

async function installPlaywrightBrowser(say: (sentence: string) => void): Promise<string | undefined> {
  const folder = path.resolve(".cache/playwright");
  const own = { ...process.env, PLAYWRIGHT_BROWSERS_PATH: folder };
  say("No browser on this system: trying Playwright's own, into .cache/playwright");
  await runTool("playwright", ["install", "chromium"], own);
  // Asked in a process of its own, because Playwright reads the folder's place when it is loaded.
  const script = 'import("@playwright/test").then((m) => console.log(m.chromium.executablePath()))';
  const file = execFileSync(process.execPath, ["-e", script], { env: own, encoding: "utf8" }).trim();
  return existsSync(file) && starts(file) ? file : undefined;
}

async function installSystemBrowser(say: (sentence: string) => void): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  say("Playwright's browser is not to be had: installing chromium with apt-get");
  const apt = (...args: string[]) =>
    spawnSync("/usr/bin/apt-get", ["-q", "-y", ...args], {
      stdio: "inherit",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  if (!apt("update") || !apt("install", "--no-install-recommends", "chromium")) return undefined;
  return findSystemBrowser();
}
