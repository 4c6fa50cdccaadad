import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

/** Routes that are not made by `serve`, each with what stands at that door instead. */
const otherRoutes: Record<string, string> = {
  "app/(workspace)/[ws]/accounts/[id]/report.md/route.ts":
    "openCtx and a verb, as serve does; answers a file, not JSON",
  "app/api/auth/[...nextauth]/route.ts": "the sign-in itself",
  "app/api/health/route.ts": "asked by machines that watch; says only whether it works",
  "app/beacon/v1/batch/route.ts": "tracking API: write key",
  "app/v1/[call]/route.ts": "tracking API: write key",
  "app/v1/projects/[key]/settings/route.ts": "tracking API: settings every browser client asks for",
  "app/sourceConfig/route.ts": "tracking API: settings every browser client asks for",
  "app/v1/in-app/messages/route.ts": "in-app messages: write key and the reader's hash",
  "app/v1/in-app/messages/[messageId]/[deed]/route.ts": "in-app messages: write key and the reader's hash",
  "app/l/[token]/route.ts": "recipients: a signed link",
  "app/o/[token]/route.ts": "recipients: a signed link",
  "app/p/[token]/route.ts": "recipients: a signed link",
  "app/u/[token]/route.ts": "recipients: a signed link",
};

/** Server actions that are not made by `action`, each with what stands at that door instead. */
const otherActions: Record<string, string> = {
  "app/(auth)/set-up/actions.ts": "nobody has an account yet; refused for ever once somebody has",
};

const settings = ["dynamic", "dynamicParams", "fetchCache", "maxDuration", "preferredRegion", "revalidate", "runtime"];

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => path.posix.join(folder, file))
    .sort();
}

/** What a file gives to the outside, with how it is made: `["GET", "serve(readLive);"]`. Types do not count. */
function exportsOf(source: string): [name: string, made: string][] {
  const plain = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  return [...plain.matchAll(/^export\s+(?!type\b|interface\b)(?:const\s+(\w+)[^=]*=\s*(.*)$|(.*)$)/gm)].map(
    ([, name, made, rest]) => [name ?? rest ?? "", made ?? ""],
  );
}

/** A problem per export that is not `maker(a verb of lib/services)`. */
function problems(file: string, source: string, maker: "serve" | "action"): string[] {
  return exportsOf(source)
    .filter(([name]) => !(maker === "serve" && settings.includes(name)))
    .filter(([, made]) => {
      const verb = new RegExp(`^${maker}\\((\\w+)\\);?$`).exec(made)?.[1];
      return (
        verb === undefined ||
        !new RegExp(`import \\{[^}]*\\b${verb}\\b[^}]*\\} from "@/lib/services/`).test(source) ||
        !source.includes(`from "@/lib/http/${maker}"`)
      );
    })
    .map(
      ([name]) =>
        `${file}: ${name.trim()} is not made by ${maker}(a verb of lib/services). Make it so, or name the file in lib/http/doors.test.ts with what guards it instead.`,
    );
}

const isRoute = (file: string) => /\/route\.tsx?$/.test(file);
const routes = sources("app").filter(isRoute);
const files = ["app", "components", "lib"]
  .flatMap(sources)
  .map((file) => ({ file, source: readFileSync(file, "utf8") }));
const directive = /^\s*["']use server["'];?\s*$/m;
const atTop = /^(?:\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*["']use server["']/;
const actions = files.filter(({ source }) => directive.test(source));

describe("routes", () => {
  test.each(routes.filter((file) => !(file in otherRoutes)))("%s is made of verbs", (file) => {
    const source = readFileSync(file, "utf8");
    expect(exportsOf(source).length).toBeGreaterThan(0);
    expect(problems(file, source, "serve")).toEqual([]);
  });

  test("every exception is still there and still needed", () => {
    const needless = Object.keys(otherRoutes).filter(
      (file) => !routes.includes(file) || problems(file, readFileSync(file, "utf8"), "serve").length === 0,
    );
    expect(needless).toEqual([]);
  });
});

describe("server actions", () => {
  test.each(actions.filter(({ file }) => !(file in otherActions)))("$file is made of verbs", ({ file, source }) => {
    expect(source, "the directive stands at the top, never inside a function").toMatch(atTop);
    expect(source.match(new RegExp(directive, "gm"))).toHaveLength(1);
    expect(exportsOf(source).length).toBeGreaterThan(0);
    expect(problems(file, source, "action")).toEqual([]);
  });

  test("every exception is still there and still needed", () => {
    const needless = Object.keys(otherActions).filter(
      (file) => problems(file, actions.find((one) => one.file === file)?.source ?? "", "action").length === 0,
    );
    expect(needless).toEqual([]);
  });

  test("there are some", () => {
    expect(actions.length).toBeGreaterThan(4);
    expect(routes.length).toBeGreaterThan(15);
  });
});

describe("the reading of a file", () => {
  const head =
    'import { serve } from "@/lib/http/serve";\nimport { readLive } from "@/lib/services/journey/read-live";\n';
  test.each([
    ["export const GET = serve(readLive);", 0],
    ['export const dynamic = "force-dynamic";\nexport const GET = serve(readLive);', 0],
    ["export type Answer = string;\nexport const GET = serve(readLive);", 0],
    ["export async function GET() { return serve(readLive); }", 1],
    ["export const GET = serve(readLive);\nexport const POST = async () => new Response();", 1],
    ["const answer = () => new Response();\nexport { answer as GET };", 1],
    ['export { GET } from "@/lib/elsewhere";', 1],
    ['export * from "@/lib/elsewhere";', 1],
    ["export default function handler() {}", 1],
    ["const own = () => 1;\nexport const GET = serve(own);", 1],
    ["export const GET = wrap(serve(readLive));", 1],
    ["export let GET = serve(readLive);", 1],
  ])("%s", (source, wrong) => {
    expect(problems("x", head + source, "serve")).toHaveLength(wrong);
  });
  test("a serve of one's own is not the wrapper", () => {
    expect(
      problems(
        "x",
        'import { readLive } from "@/lib/services/journey/read-live";\nconst serve = (x) => x;\nexport const GET = serve(readLive);',
        "serve",
      ),
    ).toHaveLength(1);
  });
});
