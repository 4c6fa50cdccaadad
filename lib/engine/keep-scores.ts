import type { Database } from "@/db/database";
import { scoreDueAccounts } from "@/lib/engine/score-due-accounts";

const LOOK_EVERY_MS = 10 * 60_000;

/** Keep accounts scored, from now on and every ten minutes. */
export function keepScores(
  database: Database,
  onError: (where: string, error: unknown) => void,
): { stop(): Promise<void> } {
  const look = () => scoreDueAccounts(database, new Date()).catch((error) => onError("scoring", error));
  let current: Promise<unknown> = look();
  const timer = setInterval(() => {
    current = current.then(look);
  }, LOOK_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await current;
    },
  };
}
