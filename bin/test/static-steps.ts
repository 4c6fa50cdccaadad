import { runTool } from "./run-tool";
import type { Step } from "./step";

const asOne = (passed: boolean) => (passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** Types, lint with formatting and import directions, dead code. Each counts as one. */
export const staticSteps: Record<string, Step> = {
  types: {
    name: "Types",
    run: async () => asOne((await runTool("next", ["typegen"])) && (await runTool("tsc", ["--noEmit"]))),
  },
  lint: { name: "Lint", run: async () => asOne(await runTool("biome", ["check", "--error-on-warnings"])) },
  dead: { name: "Dead code", run: async () => asOne(await runTool("knip", ["--no-progress"])) },
};
