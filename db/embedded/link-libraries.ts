import { existsSync, readdirSync, symlinkSync } from "node:fs";
import path from "node:path";

/**
 * Creates the short names of the server's libraries (libpq.so.5 → libpq.so.5.18). The package makes them in an
 * install script, which npm may be told not to run. Throws when the folder cannot be written.
 */
export function linkLibraries(nativeDir: string): void {
  const libDir = path.join(nativeDir, "lib");
  for (const { link, target } of shortNames(readdirSync(libDir))) {
    const at = path.join(libDir, link);
    if (!existsSync(at)) symlinkSync(target, at);
  }
}

/** Every shorter name a versioned library is asked for by, on Linux (`x.so.5.18`) and macOS (`x.5.18.dylib`). */
export function shortNames(files: string[]): { link: string; target: string }[] {
  const links = files.flatMap((file) => {
    const linux = /^(lib.+\.so)\.(\d+)\.\d+(?:\.\d+)?$/.exec(file);
    if (linux) return [`${linux[1]}.${linux[2]}`, `${linux[1]}`].map((link) => ({ link, target: file }));
    const mac = /^(lib[^.]+)\.(\d+)\.\d+(?:\.\d+)?\.dylib$/.exec(file);
    if (mac) return [`${mac[1]}.${mac[2]}.dylib`, `${mac[1]}.dylib`].map((link) => ({ link, target: file }));
    return [];
  });
  return links.filter(({ link }) => !files.includes(link));
}
