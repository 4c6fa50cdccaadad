import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { addWorld, type World } from "@/db/testing/add-world";
import { dump, fingerprint } from "@/db/testing/fingerprint";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { type Role, roles } from "@/lib/contract/contract";
import { AppError } from "@/lib/errors/app-error";
import type { Ctx } from "@/lib/services/ctx";
import { ctxOf } from "@/lib/services/testing/ctx-of";
import { type AnyVerb, listVerbs } from "@/lib/services/testing/list-verbs";
import { markless, otherAnswers, silentWrites, verbInputs } from "@/lib/services/testing/verb-inputs";

const now = new Date("2026-11-16T09:00:00Z");
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const [A, B] = ["OF-WORKSPACE-A", "OF-WORKSPACE-B"];
const verbs = await listVerbs();
const writes = verbs.filter((verb) => verb.contract.audit !== null || verb.contract.name in silentWrites);
const reads = verbs.filter((verb) => !writes.includes(verb));

let testing: TestDatabase;
let a: World;
let idsOfA: ReadonlySet<string>;

beforeAll(async () => {
  testing = await openTestDatabase();
  a = await addWorld(testing, A, now);
  idsOfA = new Set((await dump(testing, a.workspaceId)).join().match(UUID));
});
afterAll(() => testing.drop());

const as = (world: World, role: Role = "admin"): Ctx =>
  ctxOf(testing.database, world.workspaceId, role, now, world.userId);
const state = async (world: World) => Object.fromEntries(await fingerprint(testing, world.workspaceId));
const audits = async (world: World) =>
  (
    await testing.database.pool.query<{ verb: string }>(
      "select verb from audit where workspace_id = $1 order by number",
      [world.workspaceId],
    )
  ).rows.map((row) => row.verb);

/** What a caller sees of a call, with every id and key made alike. */
async function ask(verb: AnyVerb, world: World, input: unknown): Promise<{ code: string; said: string }> {
  try {
    return { code: "result", said: plain((await verb(as(world), input)) ?? null) };
  } catch (error) {
    if (!(error instanceof AppError))
      throw new Error(`${verb.contract.name} breaks instead of answering: ${String(error)}`, { cause: error });
    return { code: error.code, said: plain([error.message, error.detail]) };
  }
}

const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    one instanceof Map ? [...one] : one instanceof Set ? [...one] : typeof one === "bigint" ? String(one) : one,
  );
const plain = (value: unknown): string => textOf(value).replace(UUID, "id");

function inputOf(verb: AnyVerb, world: World): Record<string, unknown> {
  const make = verbInputs[verb.contract.name];
  if (!make)
    throw new Error(
      `lib/services/testing/verb-inputs.ts has no input for ${verb.contract.name}. Add one that names, in every id it takes, something of the given world.`,
    );
  return make(world);
}

/** What a verb answers to a workspace's own ids. */
const tell = async (verb: AnyVerb, world: World): Promise<string> =>
  textOf((await verb(as(world), inputOf(verb, world))) ?? null);

function expectNothingOfA(said: string): void {
  expect(said).not.toContain(A);
  expect((said.match(UUID) ?? []).filter((id) => idsOfA.has(id))).toEqual([]);
}

/** Where an input holds ids: ["taskId"], ["rule", "segmentId"]. */
function idPlaces(input: unknown, at: string[] = []): string[][] {
  if (typeof input === "string") return input.replace(UUID, "") === "" && input !== "" ? [at] : [];
  if (input === null || typeof input !== "object") return [];
  return Object.entries(input).flatMap(([key, value]) => idPlaces(value, [...at, key]));
}

function withId(input: Record<string, unknown>, [first = "", ...rest]: string[], id: string): Record<string, unknown> {
  return { ...input, [first]: rest.length === 0 ? id : withId(input[first] as Record<string, unknown>, rest, id) };
}

const idAt = (input: unknown, place: string[]): string =>
  place.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], input) as string;

test("there are verbs, each with an input here, and no input without a verb", () => {
  expect(verbs.length).toBeGreaterThan(40);
  for (const verb of verbs) inputOf(verb, a);
  expect(Object.keys(verbInputs).filter((name) => !verbs.some((verb) => verb.contract.name === name))).toEqual([]);
});

test("the world has a row in every table a workspace has", async () => {
  const empty = Object.entries(await state(a)).filter(([, { rows }]) => rows === 0);
  expect(
    empty.map(([table]) => `db/testing/add-world.ts adds no row to ${table}. Add one that carries the marker.`),
  ).toEqual([]);
  expect(Object.keys(await state(a)).length).toBeGreaterThan(30);
});

test.each(verbs.map((verb) => [verb.contract.name, verb] as const))(
  "the input of %s names every id it takes",
  (_name, verb) => {
    const schema = z.toJSONSchema(verb.contract.input, { io: "input", unrepresentable: "any" }) as {
      properties?: Record<string, { format?: string }>;
    };
    const takes = Object.entries(schema.properties ?? {})
      .filter(([, one]) => one.format === "uuid")
      .map(([field]) => field);
    const given = inputOf(verb, a);
    expect(
      takes
        .filter((field) => !(field in given))
        .map((field) => `Add ${field} to the input of ${verb.contract.name} in lib/services/testing/verb-inputs.ts.`),
    ).toEqual([]);
  },
);

describe("role", () => {
  const probes = verbs.flatMap((verb) =>
    roles.map((role) => ({
      verb,
      role,
      name: verb.contract.name,
      may: role === "admin" || verb.contract.roles.includes(role),
    })),
  );

  test("every role that may not is refused before its input is looked at, and nothing is written", async () => {
    const before = await state(a);
    const refused = probes.filter((probe) => !probe.may);
    expect(refused.length).toBeGreaterThan(20);
    for (const { verb, role, name } of refused) {
      for (const input of [{}, inputOf(verb, a)]) {
        await expect(verb(as(a, role), input), `${name} as ${role}`).rejects.toMatchObject({
          name: "AppError",
          code: "forbidden",
        });
      }
    }
    expect(await state(a)).toEqual(before);
  });

  test("every role that may gets as far as its input", async () => {
    const before = await state(a);
    for (const { verb, role, name } of probes.filter((probe) => probe.may)) {
      await expect(verb(as(a, role), null), `${name} as ${role}`).rejects.toMatchObject({
        name: "AppError",
        code: "invalid",
      });
    }
    expect(await state(a)).toEqual(before);
  });

  test("a viewer reads, and writes nothing but their own password and the end of their own sessions", () => {
    expect(writes.filter((verb) => verb.contract.roles.includes("viewer")).map((verb) => verb.contract.name)).toEqual([
      "user.changePassword",
      "user.signOutEverywhere",
    ]);
  });
});

/** Once as it runs, once with the database's own guard off: queries must keep workspaces apart by themselves, and the
 * guard is there for the one that is wrong some day. */
describe.each(["with row-level security", "by the queries alone"])("tenancy %s", (guard) => {
  let b: World;
  beforeAll(async () => {
    await switchGuard(guard === "with row-level security" ? "enable" : "disable");
    b = await addWorld(testing, B, now);
  });
  afterAll(() => switchGuard("enable"));

  test.each(verbs.filter(givesIdsStatically).map((verb) => [verb.contract.name, verb] as const))(
    "%s treats another workspace's ids as it treats ids nobody has",
    async (name, verb) => {
      const before = [await state(a), await state(b)];
      const [own, foreign] = [inputOf(verb, b), inputOf(verb, a)];
      const places = idPlaces(own);
      const probes = [...places.map((place) => [place]), ...(places.length > 1 ? [places] : [])];
      for (const probe of probes) {
        const given = (idOf: (place: string[]) => string) =>
          probe.reduce((input, place) => withId(input, place, idOf(place)), own);
        const unknown = await ask(
          verb,
          b,
          given(() => randomUUID()),
        );
        const answer = await ask(
          verb,
          b,
          given((place) => idAt(foreign, place)),
        );
        const where = `${name} ${probe.map((place) => place.join(".")).join(" and ")}`;
        expect(answer, where).toEqual(unknown);
        expect({ where, code: answer.code }).toEqual({ where, code: otherAnswers[where]?.answer ?? "not_found" });
        expect(answer.said).not.toContain(A);
      }
      expect([await state(a), await state(b)]).toEqual(before);
    },
  );

  test.each(reads.map((verb) => [verb.contract.name, verb] as const))(
    "%s shows nothing of another workspace and changes nothing",
    async (name, verb) => {
      const before = [await state(a), await state(b)];
      const said = await tell(verb, b);
      expectNothingOfA(said);
      expect(said.includes(B), `${name} shows something of its own workspace`).toBe(!(name in markless));
      expect([await state(a), await state(b)]).toEqual(before);
    },
  );

  test("what is read does not depend on what other workspaces there are", async () => {
    const before = new Map<string, string>();
    for (const verb of reads) before.set(verb.contract.name, await tell(verb, b));
    await addWorld(testing, A, now);
    for (const verb of reads) expect(await tell(verb, b), verb.contract.name).toBe(before.get(verb.contract.name));
  });

  test.each(writes.map((verb) => [verb.contract.name, verb] as const))(
    "%s writes in its own workspace only and is audited once",
    async (name, verb) => {
      const mine = await addWorld(testing, B, now);
      const [others, before, audited] = [await state(a), await state(mine), await audits(mine)];
      expectNothingOfA(await tell(verb, mine));
      expect(await state(a)).toEqual(others);
      expect(await state(mine)).not.toEqual(before);
      const { audit } = verb.contract;
      expect((await audits(mine)).slice(audited.length)).toEqual(name in silentWrites ? [] : [audit]);
    },
  );
});

/** Before the database is there: the ids of an input do not matter to whether it has some. */
function givesIdsStatically(verb: AnyVerb): boolean {
  const make = verbInputs[verb.contract.name];
  const blank = new Proxy({} as World, { get: (_target, name) => (String(name).endsWith("Id") ? randomUUID() : "x") });
  return make !== undefined && idPlaces(make(blank)).length > 0;
}

async function switchGuard(how: "enable" | "disable"): Promise<void> {
  const { rows } = await testing.database.pool.query<{ name: string }>(
    "select distinct c.relname as name from pg_policy p join pg_class c on c.oid = p.polrelid",
  );
  for (const { name } of rows) await testing.database.pool.query(`alter table "${name}" ${how} row level security`);
}
