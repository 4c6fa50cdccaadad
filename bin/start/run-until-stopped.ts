import type { Started } from "./start-waymark";

/** Runs until Ctrl-C (or a failure), then stops everything and ends this process. A second Ctrl-C does not wait. */
export async function runUntilStopped(start: (signal: AbortSignal) => Promise<Started>): Promise<void> {
  const asked = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(name, () => {
      if (asked.signal.aborted) process.exit(130);
      process.stdout.write("\n  Stopping …\n");
      asked.abort();
    });
  }
  try {
    const started = await start(asked.signal);
    const failure = await Promise.race([aborted(asked.signal), started.failed]);
    if (failure !== undefined) process.stdout.write(`\n  ${failure} Stopping everything else.\n`);
    await started.stop();
    process.exit(failure === undefined ? 0 : 1);
  } catch (error) {
    if (asked.signal.aborted) process.exit(0);
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener("abort", () => resolve(undefined), { once: true });
  });
}
