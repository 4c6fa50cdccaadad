import { isSeeded, seedDemo } from "@/db/seed/seed-demo";
import type { Progress } from "./progress";

/** Fills the demo workspace at the first start, saying how far it is. */
export async function seedIfEmpty(databaseUrl: string, progress: Progress): Promise<void> {
  if (await isSeeded(databaseUrl)) return;
  await progress.during("Filling the demo workspace (only at the first start)", (note) =>
    seedDemo(databaseUrl, (done, label) => note(`${label}, ${Math.round(done * 100)}%`)),
  );
}
