// A registry mirror may not carry the platform packages of other systems. npm then leaves them out of
// package-lock.json, and `npm ci` refuses the file. Run this after `npm install` to put them back:
//   npm run lock
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

interface LockEntry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
  os?: string[];
  cpu?: string[];
  libc?: string[];
}
type Packages = Record<string, LockEntry>;

const SYSTEMS = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "wasi",
  "win32",
];
const PROCESSORS = ["arm64", "arm", "ia32", "loong64", "ppc64", "riscv64", "s390x", "x64", "wasm32"];

/** The entries a lock file lacks: platform packages that one of its packages names and that are nowhere in it. */
export function missingPlatformPackages(packages: Packages): Packages {
  const missing: Packages = {};
  for (const [at, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const parts = name.replace(/^@[^/]+\//, "").split("-");
      const os = parts.find((part) => SYSTEMS.includes(part));
      const cpu = parts.find((part) => PROCESSORS.includes(part));
      if (at === "" || os === undefined || cpu === undefined || isPresent(packages, at, name)) continue;
      const libc = parts.some((part) => part.startsWith("musl"))
        ? "musl"
        : parts.some((part) => part.startsWith("gnu"))
          ? "glibc"
          : undefined;
      missing[`node_modules/${name}`] = {
        version: version.replace(/^[\^~]/, ""),
        cpu: [cpu],
        ...(dev ? { dev } : {}),
        ...(libc && os === "linux" ? { libc: [libc] } : {}),
        optional: true,
        ...(os === "wasi" ? {} : { os: [os] }),
      };
    }
  }
  return missing;
}

function isPresent(packages: Packages, from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (packages[`${at === "" ? "" : `${at}/`}node_modules/${name}`]) return true;
    if (at === "") return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Packages };
  const missing = missingPlatformPackages(lock.packages);
  const { "": root, ...rest } = { ...lock.packages, ...missing };
  const sorted = Object.fromEntries(Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, "en")));
  writeFileSync("package-lock.json", `${JSON.stringify({ ...lock, packages: { "": root, ...sorted } }, null, 2)}\n`);
  console.log(`${Object.keys(missing).length} platform packages added`);
}
