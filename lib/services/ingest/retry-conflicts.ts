const ATTEMPTS_MAX = 4;
const CONFLICTS: ReadonlySet<unknown> = new Set(["40001", "40P01"]); // serialization failure, deadlock

/** Run again a transaction that the database undid because of another one. */
export async function retryConflicts<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : null;
      if (attempt === ATTEMPTS_MAX || !CONFLICTS.has(code)) throw error;
    }
  }
}
