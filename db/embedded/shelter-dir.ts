import { mkdirSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/**
 * A folder owned by root that other users can enter but not change, for what the server must reach when it cannot
 * enter the checkout. It outlives restarts of the machine wherever /var/lib does.
 */
export function shelterDir(): string {
  for (const dir of ["/var/lib/waymark", path.join(os.tmpdir(), "waymark-root")]) {
    try {
      mkdirSync(dir, { recursive: true, mode: 0o755 });
      const { uid, mode } = statSync(dir);
      if (uid === process.getuid?.() && (mode & 0o022) === 0 && (mode & 0o005) === 0o005) return dir;
    } catch {
      // not writable here: try the next
    }
  }
  throw new Error(
    "Postgres needs a folder outside the checkout, and neither /var/lib/waymark nor the temporary folder can be used. Set WAYMARK_DATA_DIR to a folder every user can enter, or set DATABASE_URL.",
  );
}
