export interface Counts {
  passed: number;
  failed: number;
}

export interface Step {
  name: string;
  run(): Promise<Counts>;
}

/** Runs every step, whatever the ones before it did, and adds up. A step that throws counts as one failure. */
export async function runSteps(steps: Step[], write: (line: string) => void): Promise<Counts> {
  const total: Counts = { passed: 0, failed: 0 };
  for (const [index, step] of steps.entries()) {
    write(`\n[${index + 1}/${steps.length}] ${step.name} …`);
    const startedMs = performance.now();
    const counts = await step.run().catch((error: unknown): Counts => {
      write(error instanceof Error ? error.message : String(error));
      return { passed: 0, failed: 1 };
    });
    total.passed += counts.passed;
    total.failed += counts.failed;
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    write(
      `[${index + 1}/${steps.length}] ${step.name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`,
    );
  }
  return total;
}
