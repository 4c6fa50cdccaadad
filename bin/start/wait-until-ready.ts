const READY_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 100;

/** Waits until the web server answers that it is ready. Throws with its last answer when it does not. */
export async function waitUntilReady(url: string): Promise<void> {
  let last = "no answer";
  for (const until = performance.now() + READY_WITHIN_MS; performance.now() < until; ) {
    try {
      const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(10_000) });
      const body = await response.text();
      if (response.ok || (JSON.parse(body) as { ready?: boolean }).ready === true) return;
      last = body;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  throw new Error(`The web server is not ready after ${READY_WITHIN_MS / 1000} s: ${last}`);
}
