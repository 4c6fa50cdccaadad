import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { runTool } from "./run-tool";
import type { Counts, Step } from "./step";

/** One vitest project, counted from its report: a file that cannot be loaded is a failure too. */
export function vitestStep(name: string, project: string): Step {
  return {
    name,
    async run(): Promise<Counts> {
      mkdirSync(".cache", { recursive: true });
      const report = `.cache/vitest-${project}.json`;
      rmSync(report, { force: true });
      const args = [
        "run",
        "--project",
        project,
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${report}`,
      ];
      const succeeded = await runTool("vitest", args);
      const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
        readFileSync(report, "utf8"),
      ) as Record<string, number | undefined>;
      const failed = numFailedTests || numFailedTestSuites || (succeeded ? 0 : 1);
      return { passed: numPassedTests ?? 0, failed };
    },
  };
}
