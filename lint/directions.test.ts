import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** Per row of the direction table: a folder it governs, imports it must refuse, imports it must allow. */
const directions: Record<string, { refuses: string[]; allows: string[] }> = {
  "nowhere-yet": { refuses: ["@/lib/env", "pg"], allows: ["./near"] },
  "lib/hash": { refuses: ["@/lib/errors/app-error", "zod", "node:crypto"], allows: ["./near", "@/lib/hash/hash-32"] },
  "lib/errors": { refuses: ["@/lib/hash/hash-32", "zod"], allows: ["./near"] },
  "lib/time": { refuses: ["@/lib/journey/x", "luxon"], allows: ["temporal-polyfill", "@/lib/time/zone"] },
  "lib/statistics": { refuses: ["@/lib/journey/x", "zod"], allows: ["simple-statistics", "@stdlib/stats-base"] },
  "lib/audience": { refuses: ["@/lib/journey/x", "@/db/queries/x"], allows: ["zod", "re2js", "@/lib/time/zone"] },
  "lib/policy": {
    refuses: ["@/lib/services/x", "pg"],
    allows: ["zod", "libphonenumber-js/max", "@/lib/journey/action"],
  },
  "lib/journey": {
    refuses: ["@/lib/engine/tick", "@/lib/contract/x", "node:fs", "pg", "immer"],
    allows: ["zod", "liquidjs", "re2js", "@/lib/policy/policy"],
  },
  "lib/journey/edit": { refuses: ["zustand", "@/lib/engine/tick"], allows: ["immer", "@/lib/journey/document"] },
  "lib/health": { refuses: ["@/lib/metrics/x", "@/lib/env"], allows: ["@/lib/statistics/x"] },
  "lib/metrics": { refuses: ["@/lib/simulation/x", "react"], allows: ["@/lib/health/x"] },
  "lib/simulation": { refuses: ["@/lib/contract/x", "@/lib/engine/x"], allows: ["@/lib/journey/x", "@/lib/metrics/x"] },
  "lib/contract": { refuses: ["@/lib/services/x", "@/lib/env", "next"], allows: ["zod", "@/lib/journey/document"] },
  "lib/links": { refuses: ["@/lib/services/x", "@/db/transaction", "pg"], allows: ["node:crypto", "@/lib/hash/x"] },
  "lib/render": {
    refuses: ["@/lib/channels/x", "@/db/transaction", "pg"],
    allows: ["node:worker_threads", "@/lib/links/x"],
  },
  "lib/channels": { refuses: ["@/db/queries/x", "@/lib/engine/x"], allows: ["nodemailer", "@/lib/links/x"] },
  "lib/connectors": { refuses: ["@/db/queries/x"], allows: ["undici", "@/lib/channels/x"] },
  "lib/engine": {
    refuses: ["@/lib/services/x", "@/lib/channels/x", "@/db/schema/x", "drizzle-orm"],
    allows: ["@/db/queries/a/b", "@/db/transaction", "@/lib/journey/x"],
  },
  "lib/services": {
    refuses: ["@/lib/engine/x", "@/lib/http/x", "@/components/x", "@/db/pool", "drizzle-orm/pg-core"],
    allows: ["@/db/queries/a/b", "@/lib/contract/x"],
  },
  "lib/auth": { refuses: ["@/lib/engine/x", "@/lib/client/x"], allows: ["next-auth", "@/lib/env", "@/db/database"] },
  "lib/http": { refuses: ["@/components/ui/x", "@/lib/engine/x", "pg"], allows: ["@/lib/services/x", "@/lib/auth/x"] },
  "lib/mcp": { refuses: ["@/lib/client/x", "@/app/x"], allows: ["@/lib/services/x"] },
  "lib/client": {
    refuses: ["@/lib/services/x", "@/lib/env", "@/db/database", "node:fs", "pg", "next-auth"],
    allows: ["next-auth/react", "@/lib/contract/x"],
  },
  components: {
    refuses: ["@/lib/services/x", "@/lib/auth/x", "@/app/x", "@/db/database", "node:fs", "next/headers"],
    allows: ["react", "@/lib/client/x", "@/lib/journey/x"],
  },
  "components/ui": {
    refuses: ["@/components/builder/x", "@/lib/journey/x"],
    allows: ["@base-ui/react/dialog", "@/components/icons"],
  },
  "components/charts": {
    refuses: ["@/components/builder/x", "@/lib/client/x", "@/lib/journey/x"],
    allows: ["recharts", "@/lib/metrics/x"],
  },
  app: {
    refuses: ["@/db/queries/x", "@/db/database", "@/lib/engine/x", "@/lib/channels/x", "pg"],
    allows: ["@/components/x", "@/lib/services/x", "next/headers"],
  },
  db: {
    refuses: ["@/lib/services/x", "@/lib/env", "@/components/x"],
    allows: ["pg", "drizzle-orm", "@/lib/journey/x"],
  },
  "db/schema": { refuses: ["@/lib/journey/x", "@/db/database", "pg"], allows: ["drizzle-orm/pg-core", "./near"] },
  bin: {
    refuses: ["@/components/x", "@/app/x", "@/lib/client/x", "pg"],
    allows: ["@/lib/engine/x", "@/lib/channels/x", "@/db/migrate"],
  },
  bench: { refuses: ["@/app/x"], allows: ["@/lib/engine/x"] },
  "lib/engine/testing": { refuses: [], allows: ["fast-check", "@/bin/start/progress"] },
  e2e: { refuses: [], allows: ["@/db/database", "pg", "@playwright/test"] },
};

/** Escapes that every row must refuse. */
const escapes = ["../near", "..", "./deeper/file"];

/** What pure code must not say, each in a file of its own. */
const impurities = [
  "export const a = Date.now();",
  "export const a = new Date();",
  "export const a = new Date;",
  "export const a = Date();",
  "export const a = [1].map(Date.now);",
  "export const { now } = Date;",
  "export const a = Date;",
  'export const a = Date["now"]();',
  "export const a = Math.random();",
  "export const { random } = Math;",
  'export const a = Math["random"]();',
  "export const a = globalThis.Date.now();",
  "export const a = process.env.HOME;",
  'export const a = fetch("https://example.com");',
  "export const a = performance.now();",
  "export const a = crypto.randomUUID();",
  "export const a = setTimeout(() => 1, 1);",
  'export const a = require("node:fs");',
  "export const a = (name: string) => import(name);",
  'import { Temporal } from "temporal-polyfill"; export const a = Temporal.Now.instant();',
];
const pureFolders = [
  "contract",
  "simulation",
  "metrics",
  "health",
  "journey",
  "policy",
  "audience",
  "statistics",
  "time",
  "hash",
  "errors",
];
const purities = [
  "export const a = new Date(5);",
  "export const a = Date.UTC(2026, 0);",
  "export const a = Math.max(1, 2);",
  "export const f = (process: string) => process;",
];

const RULES = new Set([
  "plugin",
  "lint/style/noRestrictedImports",
  "lint/style/noRestrictedGlobals",
  "lint/style/noCommonJs",
]);

interface Written {
  file: string;
  bad: boolean;
  about: string;
}

let copy: string;
let failing: Set<string>;
const written: Written[] = [];

beforeAll(() => {
  copy = mkdtempSync(path.join(os.tmpdir(), "waymark-directions-"));
  for (const file of ["biome.jsonc", "lint/pure.grit", ".gitignore"]) cpSync(file, path.join(copy, file));
  symlinkSync(path.resolve("node_modules"), path.join(copy, "node_modules"));
  for (const [folder, { refuses, allows }] of Object.entries(directions)) {
    for (const from of [...refuses, ...escapes])
      write(folder, `import { x } from "${from}";\nexport const y = x;\n`, true, `${folder} ← ${from}`);
    for (const from of allows)
      write(folder, `import { x } from "${from}";\nexport const y = x;\n`, false, `${folder} ← ${from}`);
  }
  for (const folder of pureFolders) {
    for (const code of impurities) write(`lib/${folder}`, `${code}\n`, true, `lib/${folder}: ${code}`);
    for (const code of purities) write(`lib/${folder}`, `${code}\n`, false, `lib/${folder}: ${code}`);
  }
  write("lib/journey", 'export { x } from "pg";\n', true, "a re-export");
  write("lib/journey", 'import type { x } from "pg";\nexport type Y = x;\n', true, "a type import");
  write("lib/journey", 'export const x = () => import("@/db/database");\n', true, "a dynamic import");
  failing = lint();
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function write(folder: string, code: string, bad: boolean, about: string): void {
  const file = path.join(folder, `case-${written.length}.ts`);
  mkdirSync(path.join(copy, folder), { recursive: true });
  writeFileSync(path.join(copy, file), code);
  written.push({ file, bad, about });
}

/** The files Biome finds fault with, by the rules this test is about. */
function lint(): Set<string> {
  const biome = path.resolve("node_modules/.bin/biome");
  const { stdout, stderr } = spawnSync(
    biome,
    ["lint", "--vcs-enabled=false", "--reporter=json", "--max-diagnostics=none"],
    { cwd: copy, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const start = stdout.indexOf("{");
  if (start === -1) throw new Error(stderr);
  const report = JSON.parse(stdout.slice(start)) as {
    diagnostics: { category: string; location: { path: string | { file: string } } }[];
  };
  const found = report.diagnostics.filter(({ category }) => RULES.has(category));
  return new Set(
    found.map(({ location }) => path.normalize(typeof location.path === "string" ? location.path : location.path.file)),
  );
}

function asRegExp(glob: string): RegExp {
  const source = glob
    .replace(/\./g, "\\.")
    .replace(/\{([^}]*)\}/g, (_, names: string) => `(${names.replaceAll(",", "|")})`)
    .replace(/\*\*\/?/g, ".*");
  return new RegExp(`^${source}$`);
}

test("every forbidden import and impurity is refused", () => {
  const missed = written.filter(({ file, bad }) => bad && !failing.has(file)).map(({ about }) => about);
  expect(missed).toEqual([]);
});

test("what the table allows is allowed", () => {
  const refused = written.filter(({ file, bad }) => !bad && failing.has(file)).map(({ about }) => about);
  expect(refused).toEqual([]);
});

test("every row of the table is tried, and every folder has a row", () => {
  const config = readFileSync("biome.jsonc", "utf8");
  const rows = [
    ...config.matchAll(/"includes": (\[.*?\]), "linter": \{ "rules": \{ "style": \{ "noRestrictedImports"/g),
  ].map((match) => JSON.parse(match[1] ?? "[]") as string[]);
  expect(rows.length).toBeGreaterThan(20);
  const tried = Object.keys(directions);
  expect(
    rows.filter((globs) => !globs.some((glob) => tried.some((folder) => asRegExp(glob).test(`${folder}/file.ts`)))),
  ).toEqual([]);
  const own = [
    "app",
    "components",
    "db",
    "bin",
    "bench",
    "e2e",
    ...readdirSync("lib")
      .filter((name) => !name.includes("."))
      .map((name) => `lib/${name}`),
  ].filter((folder) => existsSync(folder));
  expect(own.filter((folder) => !tried.includes(folder))).toEqual([]);
});
