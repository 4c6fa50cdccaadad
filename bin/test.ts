import path from "node:path";
import { browserStep } from "@/bin/test/browser-step";
import { staticSteps } from "@/bin/test/static-steps";
import { runSteps, type Step } from "@/bin/test/step";
import { vitestStep } from "@/bin/test/vitest-step";

process.chdir(path.resolve(import.meta.dirname, ".."));

// npm test [step …] [-- arguments for the browser tests]
const [names, rest] = split(process.argv.slice(2));
const steps: Record<string, Step> = {
  ...staticSteps,
  unit: vitestStep("Unit tests", "pure"),
  db: vitestStep("Database tests", "db"),
  e2e: browserStep(rest),
};
const chosen = names.length === 0 ? Object.values(steps) : names.flatMap((name) => steps[name] ?? []);
const { passed, failed } = await runSteps(chosen, console.log);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function split(args: string[]): [string[], string[]] {
  const known = args.findIndex((arg) => !/^(types|lint|dead|unit|db|e2e)$/.test(arg));
  return known === -1 ? [args, []] : [args.slice(0, known), args.slice(known)];
}
