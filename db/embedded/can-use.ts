import { spawnSync } from "node:child_process";
import type { ServerUser } from "./server-user";

/** Whether `user` can read these files and folders. Asked of the system rather than worked out from modes. */
export function canRead(user: ServerUser | undefined, paths: string[]): boolean {
  return (
    user === undefined ||
    ask(
      user,
      'for at in "$@"; do test -r "$at" || exit 1; if test -d "$at"; then test -x "$at" || exit 1; fi; done',
      paths,
    )
  );
}

/** Whether `user` can pass through this folder. */
export function canEnter(user: ServerUser | undefined, dir: string): boolean {
  return user === undefined || ask(user, 'test -x "$1"', [dir]);
}

function ask(user: ServerUser, script: string, args: string[]): boolean {
  const asked = spawnSync("/bin/sh", ["-c", script, "sh", ...args], { ...user, cwd: "/", stdio: "ignore" });
  if (asked.error === undefined) return asked.status === 0;
  throw new Error(
    "Postgres refuses to run as root, and root may not switch to another user here. Start Waymark as an ordinary user, or set DATABASE_URL.",
    { cause: asked.error },
  );
}
