import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { hashSources } from "./hash-sources";
import type { Progress } from "./progress";

/** Builds the web app unless the last build was made from these very sources. */
export async function buildIfChanged(root: string, progress: Progress, signal: AbortSignal): Promise<void> {
  const stamp = path.join(root, ".next/built-from");
  const hash = hashSources(root);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  rmSync(stamp, { force: true });
  await progress.during("Building the web app (only when its sources changed)", () => runNextBuild(root, signal));
  writeFileSync(stamp, hash);
}

function runNextBuild(root: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, "node_modules/next/dist/bin/next"), "build"], {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      signal,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The web app could not be built.\n${said.trim()}`));
    });
  });
}
