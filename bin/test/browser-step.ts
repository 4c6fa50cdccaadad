import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { removeDataDir } from "@/db/embedded/remove-data-dir";
import { findBrowser } from "./find-browser";
import { runTool } from "./run-tool";
import type { Counts, Step } from "./step";

const REPORT = ".cache/playwright.json";

/** The browser tests, on a database and ports of their own. */
export function browserStep(args: string[]): Step {
  return {
    name: "Browser tests",
    async run(): Promise<Counts> {
      const browser = await findBrowser();
      mkdirSync(".cache", { recursive: true });
      rmSync(REPORT, { force: true });
      await removeDataDir(".cache/e2e");
      const succeeded = await runTool("playwright", ["test", ...args], {
        ...process.env,
        CHROMIUM_PATH: browser,
        PLAYWRIGHT_JSON_OUTPUT_NAME: REPORT,
      });
      const { stats } = JSON.parse(readFileSync(REPORT, "utf8")) as {
        stats: { expected: number; unexpected: number; flaky: number };
      };
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected || (succeeded ? 0 : 1) };
    },
  };
}
