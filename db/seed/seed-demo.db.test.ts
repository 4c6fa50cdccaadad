import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_WORKSPACE_ID, seedDemo } from "@/db/seed/seed-demo";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { bucketOf } from "@/lib/hash/bucket-of";

const asOf = new Date("2026-11-21T00:00:00Z");
const A_SEED_MS = 240_000;
let testing: TestDatabase;
let tookMs = 0;
const heard: [number, string][] = [];

beforeAll(async () => {
  testing = await openTestDatabase();
  const startedMs = performance.now();
  await seedDemo(testing.url, (done, label) => heard.push([done, label]), { asOf });
  tookMs = performance.now() - startedMs;
}, A_SEED_MS);
afterAll(() => testing.drop());

async function rows<R extends Record<string, unknown>>(text: string, from: TestDatabase = testing): Promise<R[]> {
  return (await from.database.pool.query<R>(text)).rows;
}

async function tablesOf(from: TestDatabase): Promise<string[]> {
  const found = await rows<{ name: string }>(
    "select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition order by 1",
    from,
  );
  return found.map((row) => row.name);
}

test("progress goes forward to the end, and a second call returns at once", async () => {
  const done = heard.map(([share]) => share);
  expect(done).toEqual([...done].sort((a, b) => a - b));
  expect(done.at(-1)).toBe(1);
  const startedMs = performance.now();
  expect(await seedDemo(testing.url, () => expect.unreachable(), { asOf })).toEqual({
    workspaceId: DEMO_WORKSPACE_ID,
    slug: "demo",
  });
  expect(performance.now() - startedMs).toBeLessThan(3_000);
  console.log(`Seeded the demo in ${(tookMs / 1000).toFixed(1)} s.`);
});

test("every table of the product that the demo can show has rows", async () => {
  const counts = new Map<string, number>();
  for (const table of await tablesOf(testing))
    counts.set(table, (await rows<{ n: number }>(`select count(*)::int as n from "${table}"`))[0]?.n ?? 0);
  expect(counts.get("account")).toBe(240);
  expect(counts.get("journey")).toBe(6);
  expect(counts.get("journey_version")).toBe(9);
  expect(counts.get("person")).toBeGreaterThan(2_300);
  expect(counts.get("event")).toBeGreaterThan(140_000);
  expect(counts.get("enrollment")).toBeGreaterThan(3_000);
  for (const table of [
    "message",
    "task",
    "decision",
    "move",
    "path_day",
    "outcome_day",
    "reservation",
    "stage_stay",
    "criterion_met",
    "escalation",
    "score_day",
    "consent",
    "identity",
    "segment_member",
    "approval",
    "template",
    "vocabulary",
    "audit",
  ]) {
    expect(counts.get(table), table).toBeGreaterThan(4);
  }
});

test("every bucket is the hash of its owner", async () => {
  const owners = {
    person: "id",
    account: "id",
    account_member: "account_id",
    consent: "person_id",
    segment_member: "subject_id",
    escalation: "account_id",
    stage_stay: "account_id",
    criterion_met: "account_id",
    account_day: "account_id",
    score_day: "account_id",
    enrollment: "subject_id",
    decision: "subject_id",
    move: "subject_id",
    message: "person_id",
    reservation: "account_id",
    task: "subject_id",
    event: "coalesce(person_id, account_id)",
  };
  for (const [table, owner] of Object.entries(owners)) {
    const wrong = (
      await rows<{ bucket: number; owner: string }>(`select distinct bucket, ${owner} as owner from ${table}`)
    ).filter((row) => bucketOf(row.owner) !== row.bucket);
    expect(wrong, table).toEqual([]);
  }
  const identities = await rows<{ bucket: number; kind: string; value: string }>(
    "select bucket, kind, value from identity",
  );
  expect(identities.filter((row) => bucketOf(`${DEMO_WORKSPACE_ID}${row.kind}${row.value}`) !== row.bucket)).toEqual(
    [],
  );
});

test("nothing is orphaned", async () => {
  const missing = async (table: string, column: string, target: string, where = "true") => {
    const [row] = await rows<{ n: number }>(
      `select count(*)::int as n from ${table} t where ${column} is not null and ${where} and not exists (select 1 from ${target} o where o.id = t.${column})`,
    );
    expect(row?.n, `${table}.${column}`).toBe(0);
  };
  for (const table of ["event", "message", "task", "consent", "account_member", "reservation"])
    await missing(table, "person_id", "person");
  for (const table of [
    "event",
    "message",
    "task",
    "account_member",
    "account_day",
    "score_day",
    "stage_stay",
    "criterion_met",
    "escalation",
    "reservation",
  ])
    await missing(table, "account_id", "account");
  for (const table of ["move", "decision", "message", "task"]) await missing(table, "enrollment_id", "enrollment");
  for (const table of ["enrollment", "move", "decision", "path_day", "outcome_day"])
    await missing(table, "version_id", "journey_version");
  await missing("segment_member", "segment_id", "segment");
  await missing("task", "owner_id", '"user"');
  const [strangers] = await rows<{ n: number }>(
    "select count(*)::int as n from enrollment e where not exists (select 1 from person p where p.id = e.subject_id) and not exists (select 1 from account a where a.id = e.subject_id)",
  );
  expect(strangers?.n).toBe(0);
});

test("every enrollment stands on a step of its version, and what is active is not overdue", async () => {
  const [row] = await rows<{ astray: number; overdue: number; idle: number }>(
    `select count(*) filter (where not exists (select 1 from jsonb_array_elements(v.document->'steps') s where s->>'id' = e.step_id and s->>'state' = e.state_id))::int as astray,
            count(*) filter (where e.status = 'active' and e.due_at < '${asOf.toISOString()}')::int as overdue,
            count(*) filter (where e.status = 'exited' and (e.due_at is not null or e.exited_at is null or e.outcome is null))::int as idle
       from enrollment e join journey_version v on v.id = e.version_id`,
  );
  expect(row).toEqual({ astray: 0, overdue: 0, idle: 0 });
});

test("entered = active + exited, in enrollments, moves and rollups alike", async () => {
  const balance = await rows<{
    version_id: string;
    entered: number;
    active: number;
    exited: number;
    moved_in: number;
    rolled_in: number;
    rolled_out: number;
  }>(
    `select v.id as version_id,
            (select count(*)::int from enrollment e where e.version_id = v.id) as entered,
            (select count(*)::int from enrollment e where e.version_id = v.id and status = 'active') as active,
            (select count(*)::int from enrollment e where e.version_id = v.id and status = 'exited') as exited,
            (select count(*)::int from move m where m.version_id = v.id and from_step_id is null) as moved_in,
            (select coalesce(sum(count), 0)::int from path_day p where p.version_id = v.id and from_step_id = '') as rolled_in,
            (select coalesce(sum(count), 0)::int from outcome_day o where o.version_id = v.id and outcome like 'exit:%') as rolled_out
       from journey_version v`,
  );
  for (const row of balance) {
    expect(row.entered).toBe(row.active + row.exited);
    expect([row.moved_in, row.rolled_in]).toEqual([row.entered, row.entered]);
    expect(row.rolled_out).toBe(row.exited);
  }
  const [steps] = await rows<{ wrong: number }>(
    `with flow as (select version_id, step, sum(n) as here from (
        select version_id, to_step_id as step, count as n from path_day where to_step_id <> ''
        union all select version_id, from_step_id, -count from path_day where from_step_id <> '') f group by 1, 2),
      standing as (select version_id, step_id as step, count(*) as here from enrollment
        where status = 'active' or not exists (select 1 from move m where m.bucket = enrollment.bucket and m.enrollment_id = enrollment.id and m.to_step_id = '') group by 1, 2)
     select count(*)::int as wrong from flow full join standing using (version_id, step) where coalesce(flow.here, 0) <> coalesce(standing.here, 0)`,
  );
  expect(steps?.wrong).toBe(0);
});

test("every account's stage is its open stay, scored, and its people carry the same", async () => {
  const [row] = await rows<{ apart: number; unscored: number; stale: number }>(
    `select (select count(*)::int from account a left join stage_stay s on s.account_id = a.id and s.left_at is null where s.stage is distinct from a.stage) as apart,
            (select count(*)::int from account where health is null and contract_start < '${asOf.toISOString()}'::timestamptz - interval '14 days') as unscored,
            (select count(*)::int from person p join account a on a.id = p.account_id where p.account_traits->>'stage' is distinct from a.stage or (p.account_traits->>'health')::float8 is distinct from a.health) as stale`,
  );
  expect(row).toEqual({ apart: 0, unscored: 0, stale: 0 });
});

test(
  "the same day gives the same rows",
  async () => {
    const sums: Record<string, string>[] = [];
    for (const order of ["first", "second"]) {
      const other = await openTestDatabase();
      try {
        await seedDemo(other.url, () => undefined, { asOf, accounts: 24 });
        // Left out: salted hashes, and when the seed itself ran.
        const except: Record<string, string> = { user: "password_hash", workspace: "created_at", bucket_due: "turn" };
        const sum: Record<string, string> = {};
        for (const table of await tablesOf(other)) {
          const drop = except[table] ? `- '${except[table]}'` : "";
          const [row] = await rows<{ sum: string }>(
            `select md5(coalesce(string_agg(line, E'\\n' order by line), '')) as sum from (select (to_jsonb(t) ${drop})::text as line from "${table}" t) lines`,
            other,
          );
          sum[table] = row?.sum ?? "";
        }
        sums.push(sum);
      } finally {
        await other.drop();
      }
      expect(sums, order).not.toEqual([]);
    }
    expect(Object.keys(sums[0] ?? {}).length).toBeGreaterThan(30);
    expect(sums[1]).toEqual(sums[0]);
  },
  A_SEED_MS,
);
