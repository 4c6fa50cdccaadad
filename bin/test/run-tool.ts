import { spawn } from "node:child_process";
import path from "node:path";

/** Runs one of the project's tools with its output on the terminal; resolves to whether it succeeded. */
export function runTool(name: string, args: string[], env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.resolve("node_modules/.bin", name), args, {
      env,
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code === 0));
  });
}
