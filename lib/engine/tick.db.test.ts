import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { Story } from "@/lib/engine/testing/story";
import { tick } from "@/lib/engine/tick";
import { bucketOf } from "@/lib/hash/bucket-of";
import type { journeyDocument } from "@/lib/journey/document";

type Draft = z.input<typeof journeyDocument>;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

let testing: TestDatabase;
const statements: { text: string; values: readonly unknown[] }[] = [];
beforeAll(async () => {
  testing = await openTestDatabase({ onStatement: (text, values) => statements.push({ text, values }) });
});
afterAll(() => testing.drop());

const welcome = (name: string, extra: Partial<Draft> = {}): Draft => ({
  schema: 1,
  name,
  subject: "person",
  entry: { trigger: { type: "event", event: "signed_up" }, reentry: { type: "always" } },
  states: [{ id: "s", name: "Welcome" }],
  steps: [
    { id: "start", state: "s", name: "Signed up", kind: "entry", config: {} },
    {
      id: "mail",
      state: "s",
      name: "Welcome e-mail",
      kind: "message",
      config: { channel: "email", content: { subject: "Hello", body: "<p>Hello</p>" }, windowMs: 2 * DAY_MS },
    },
    { id: "won", state: "s", name: "Clicked", kind: "exit", config: { outcome: "success" } },
    { id: "lost", state: "s", name: "Did not", kind: "exit", config: { outcome: "graceful" } },
  ],
  paths: [
    { from: "start", port: "next", to: "mail" },
    { from: "mail", port: "engaged", to: "won" },
    { from: "mail", port: "no_response", to: "lost" },
  ],
  ...extra,
});

test("an event enters a person, sends a message, and a click takes the engaged path", async () => {
  const story = await Story.begin(testing);
  const { versionId } = await story.journey(welcome("Welcome"));
  const person = await story.person();
  await story.event(person, "signed_up");
  await story.settle();

  const [message] = await story.rows<{ id: string; status: string; key: string; enrollment_id: string }>(
    "select * from message",
  );
  expect(message).toMatchObject({ status: "queued", key: `${message?.enrollment_id}:mail:1:email` });

  const at = new Date();
  const enrollmentId = message?.enrollment_id ?? "";
  await story.post(
    person,
    {
      kind: "settled",
      messageId: message?.id ?? "",
      enrollmentId,
      stepId: "mail",
      visit: 1,
      settlement: { outcome: "accepted" },
    },
    at,
  );
  await story.settle();
  await story.post(person, {
    kind: "engaged",
    messageId: message?.id ?? "",
    enrollmentId,
    stepId: "mail",
    visit: 1,
    how: "clicked",
  });
  await story.settle();

  expect(await story.rows("select status, step_id, outcome from enrollment")).toEqual([
    { status: "exited", step_id: "won", outcome: "success" },
  ]);
  expect(await story.rows("select from_step_id, port, to_step_id from move order by id")).toEqual([
    { from_step_id: null, port: "enter", to_step_id: "start" },
    { from_step_id: "start", port: "next", to_step_id: "mail" },
    { from_step_id: "mail", port: "engaged", to_step_id: "won" },
  ]);
  const paths = await story.rows<{ to_step_id: string; count: number }>(
    "select to_step_id, count from path_day where version_id = $1",
    [versionId],
  );
  expect(paths.map((row) => [row.to_step_id, row.count]).sort()).toEqual([
    ["mail", 1],
    ["start", 1],
    ["won", 1],
  ]);
  const outcomes = await story.rows<{ outcome: string }>("select outcome from outcome_day order by outcome");
  expect(outcomes.map((row) => row.outcome)).toEqual(["clicked", "exit:success", "message.send", "sent"]);
});

test("without an answer the window ends and the person leaves through no response", async () => {
  const story = await Story.begin(testing);
  await story.journey(welcome("Welcome"));
  const person = await story.person();
  await story.event(person, "signed_up");
  await story.settle();
  const [message] = await story.rows<{ id: string; enrollment_id: string }>("select id, enrollment_id from message");
  await story.post(person, {
    kind: "settled",
    messageId: message?.id ?? "",
    enrollmentId: message?.enrollment_id ?? "",
    stepId: "mail",
    visit: 1,
    settlement: { outcome: "accepted" },
  });
  await story.settle();
  await story.settle(new Date(Date.now() + DAY_MS));
  expect(await story.rows("select step_id from enrollment")).toEqual([{ step_id: "mail" }]);
  await story.settle(new Date(Date.now() + 2 * DAY_MS + 1000));
  expect(await story.rows("select step_id, outcome from enrollment")).toEqual([
    { step_id: "lost", outcome: "graceful" },
  ]);
});

test("a refused consent drops the message, names the reason, and the person goes on", async () => {
  const story = await Story.begin(testing);
  await story.journey(welcome("Welcome"));
  const person = await story.person({ consent: "refused" });
  await story.event(person, "signed_up");
  await story.settle();
  expect(await story.rows("select status, reason_code from message")).toEqual([
    { status: "dropped", reason_code: "consent.refused" },
  ]);
  const [drop] = await story.rows<{ detail: unknown }>("select detail from decision where code = 'message.drop'");
  expect(drop?.detail).toMatchObject({ reason: "consent.refused", channel: "email", purpose: "marketing" });
  expect(await story.rows("select status, step_id from enrollment")).toEqual([{ status: "exited", step_id: "lost" }]);
});

test("over the cap the message is not sent, and the trace names the journey that used it up", async () => {
  const story = await Story.begin(testing);
  const one: Partial<Draft> = {
    entry: { trigger: { type: "event", event: "signed_up" }, reentry: { type: "always" }, key: "n" },
  };
  await story.journey(welcome("Newsletter", one));
  const person = await story.person();
  for (const n of ["a", "b", "c", "d"]) await story.event(person, "signed_up", { n });
  await story.settle();
  const byStatus = await story.rows<{ status: string; count: number }>(
    "select status, count(*)::int from message group by status order by status",
  );
  expect(byStatus).toEqual([
    { status: "dropped", count: 1 },
    { status: "queued", count: 3 },
  ]);
  const [drop] = await story.rows<{ detail: { reason: string; usedBy: { name: string } } }>(
    "select detail from decision where code = 'message.drop'",
  );
  expect(drop?.detail.reason).toBe("cap.channel");
  expect(drop?.detail.usedBy.name).toBe("Newsletter");
});

test("an account's cap is kept across its people by two hops", async () => {
  const story = await Story.begin(testing);
  await story.journey(welcome("Onboarding"));
  const accountId = await story.account({ name: "Northwind" });
  const people = [];
  for (let i = 0; i < 5; i++) people.push(await story.person({ accountId }));
  for (const person of people) await story.event(person, "signed_up");
  await story.settle();
  const byStatus = await story.rows<{ status: string; count: number }>(
    "select status, count(*)::int from message group by status order by status",
  );
  expect(byStatus).toEqual([
    { status: "dropped", count: 2 },
    { status: "queued", count: 3 },
  ]);
  expect(await story.rows("select count(*)::int as given from reservation where counted_at is not null")).toEqual([
    { given: 3 },
  ]);
  const drops = await story.rows<{ detail: { reason: string; usedBy: { name: string } } }>(
    "select detail from decision where code = 'message.drop'",
  );
  expect(drops.map((drop) => [drop.detail.reason, drop.detail.usedBy.name])).toEqual([
    ["cap.account", "Onboarding"],
    ["cap.account", "Onboarding"],
  ]);
});

test("an open escalation holds, and closing it lets go", async () => {
  const story = await Story.begin(testing);
  await story.journey(welcome("Onboarding"));
  const accountId = await story.account();
  const person = await story.person({ accountId });
  const escalationId = randomUUID();
  await story.rows(
    "insert into escalation (bucket, workspace_id, account_id, id, title, severity, opened_at) values ($1, $2, $3, $4, 'Outage', 'high', now())",
    [bucketOf(accountId), story.workspaceId, accountId, escalationId],
  );
  await story.event(person, "signed_up");
  await story.settle();
  expect(await story.rows("select status, reason_code from message")).toEqual([
    { status: "held", reason_code: "escalation.open" },
  ]);
  await story.rows("update escalation set closed_at = now() where bucket = $1 and id = $2", [
    bucketOf(accountId),
    escalationId,
  ]);
  await story.post(accountId, { kind: "reconsider", cause: "escalation closed" });
  await story.settle();
  expect(await story.rows("select status from message")).toEqual([{ status: "queued" }]);
});

test("leaving a state cancels what is held and gives the place back", async () => {
  const story = await Story.begin(testing);
  const exit: Partial<Draft> = {
    exit: [{ id: "bought", name: "Bought", when: { type: "event", event: "purchased" }, outcome: "success" }],
  };
  const { journeyId } = await story.journey(welcome("Onboarding", exit));
  const accountId = await story.account();
  const person = await story.person({ accountId });
  await story.rows(
    "insert into escalation (bucket, workspace_id, account_id, id, title, severity, opened_at) values ($1, $2, $3, $4, 'Outage', 'high', now())",
    [bucketOf(accountId), story.workspaceId, accountId, randomUUID()],
  );
  await story.event(person, "signed_up");
  await story.settle();
  await story.event(person, "purchased");
  await story.settle();
  expect(await story.rows("select status from message")).toEqual([{ status: "cancelled" }]);
  expect(await story.rows("select status from reservation")).toEqual([{ status: "returned" }]);
  expect(await story.rows("select status, outcome from enrollment where journey_id = $1", [journeyId])).toEqual([
    { status: "exited", outcome: "success" },
  ]);
});

test("a journey that starts by a date takes an account in on the day, by its latest date only", async () => {
  const story = await Story.begin(testing);
  const byDate: Partial<Draft> = {
    subject: "account",
    entry: { trigger: { type: "date", trait: "renewalDate", offsetMs: -30 * DAY_MS } },
  };
  const { journeyId } = await story.journey({
    ...welcome("Renewal", byDate),
    steps: [
      { id: "start", state: "s", name: "Start", kind: "entry" },
      { id: "end", state: "s", name: "End", kind: "exit", config: {} },
    ],
    paths: [{ from: "start", port: "next", to: "end" }],
  });
  const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
  const accountId = await story.account({ traits: { renewalDate: dayIn(40) } });
  await story.post(accountId, { kind: "plan_dates", journeyId });
  await story.settle();
  const group = {
    kind: "event",
    type: "group",
    name: "grouped",
    happenedAtMs: 0,
    receivedAtMs: 0,
    personId: null,
    accountId,
    isHistory: false,
  } as const;
  await story.post(accountId, { ...group, eventId: randomUUID(), properties: { renewalDate: dayIn(60) } });
  await story.settle();
  await story.settle(new Date(Date.now() + 11 * DAY_MS));
  expect(await story.rows("select 1 from enrollment")).toEqual([]);
  await story.settle(new Date(Date.now() + 31 * DAY_MS));
  expect(await story.rows("select subject_id, status from enrollment")).toEqual([
    { subject_id: accountId, status: "exited" },
  ]);
});

test("an update reaches the columns the product reads itself, and an event says when a person was last seen", async () => {
  const story = await Story.begin(testing);
  await story.journey({
    ...welcome("Upgrade"),
    steps: [
      { id: "start", state: "s", name: "Start", kind: "entry" },
      {
        id: "set",
        state: "s",
        name: "Mark",
        kind: "update",
        config: {
          of: "account",
          set: [
            { op: "set", trait: "plan", value: "pro" },
            { op: "add", trait: "upgrades", by: 1 },
          ],
        },
      },
      { id: "end", state: "s", name: "End", kind: "exit", config: {} },
    ],
    paths: [
      { from: "start", port: "next", to: "set" },
      { from: "set", port: "next", to: "end" },
    ],
  });
  const accountId = await story.account();
  const person = await story.person({ accountId });
  const at = new Date(Date.now() - 1000);
  await story.event(person, "signed_up", {}, at);
  await story.settle();
  expect(await story.rows("select plan, traits->'upgrades' as upgrades from account")).toEqual([
    { plan: "pro", upgrades: 1 },
  ]);
  expect(await story.rows("select last_seen_at, account_traits->>'plan' as plan from person")).toEqual([
    { last_seen_at: at, plan: "pro" },
  ]);
});

test("an overlay stands beside the stage while its journey has the account", async () => {
  const story = await Story.begin(testing);
  const { journeyId } = await story.journey({
    ...welcome("Renewal"),
    subject: "account",
    entry: { trigger: { type: "manual" } },
    states: [{ id: "s", name: "Renewal", stage: "renewal" }],
    steps: [
      { id: "start", state: "s", name: "Start", kind: "entry" },
      { id: "wait", state: "s", name: "Wait", kind: "wait", config: { type: "duration", ms: DAY_MS } },
      { id: "end", state: "s", name: "End", kind: "exit", config: {} },
    ],
    paths: [
      { from: "start", port: "next", to: "wait" },
      { from: "wait", port: "next", to: "end" },
    ],
  });
  const accountId = await story.account();
  await story.post(accountId, { kind: "enroll", journeyId, key: "", context: {}, by: "test" });
  await story.settle();
  const [inside] = await story.rows<{ stage: string | null; overlays: object }>("select stage, overlays from account");
  expect(inside?.stage).toBeNull();
  expect(Object.keys(inside?.overlays ?? {})).toEqual(["renewal"]);
  await story.settle(new Date(Date.now() + DAY_MS + 1000));
  expect(await story.rows("select overlays from account")).toEqual([{ overlays: {} }]);
});

test("a journey published again, or a date set back, starts once, and by the offset that is live", async () => {
  const story = await Story.begin(testing);
  const draft = (offsetDays: number): Draft => ({
    ...welcome("Renewal"),
    subject: "account",
    entry: {
      trigger: { type: "date", trait: "renewalDate", offsetMs: offsetDays * DAY_MS },
      reentry: { type: "always" },
    },
    steps: [
      { id: "start", state: "s", name: "Start", kind: "entry" },
      { id: "end", state: "s", name: "End", kind: "exit", config: {} },
    ],
    paths: [{ from: "start", port: "next", to: "end" }],
  });
  const { journeyId } = await story.journey(draft(-30));
  const accountId = await story.account({ traits: { renewalDate: new Date(Date.now() + 40 * DAY_MS).toISOString() } });
  await story.post(accountId, { kind: "plan_dates", journeyId });
  await story.settle();
  await story.republish(journeyId, draft(-20));
  await story.post(accountId, { kind: "plan_dates", journeyId });
  await story.post(accountId, { kind: "plan_dates", journeyId });
  await story.settle();
  await story.settle(new Date(Date.now() + 11 * DAY_MS));
  expect(await story.rows("select 1 from enrollment")).toEqual([]);
  await story.settle(new Date(Date.now() + 21 * DAY_MS));
  expect(await story.rows("select status from enrollment")).toEqual([{ status: "exited" }]);
});

test("four workers racing decide each event once", async () => {
  const story = await Story.begin(testing);
  await story.journey(welcome("Welcome", { entry: { trigger: { type: "event", event: "signed_up" } } }));
  const people: string[] = [];
  for (let i = 0; i < 40; i++) people.push(await story.person());
  for (const person of people) await story.event(person, "signed_up");
  const workers = [testing.open(), testing.open(), testing.open(), testing.open()];
  await Promise.all(workers.map((one) => one.pool.query("select 1")));
  const buckets = [...new Set(people.map(bucketOf))];
  const results = await Promise.all(
    workers.map(async (database) => {
      let skipped = 0;
      for (const bucket of buckets)
        if ((await tick({ database, plans: story.plans }, { workspaceId: story.workspaceId, bucket })) === null)
          skipped++;
      return skipped;
    }),
  );
  await story.settle();
  expect(results.reduce((sum, skipped) => sum + skipped, 0)).toBeGreaterThan(0);
  expect(await story.rows("select count(*)::int as n from enrollment")).toEqual([{ n: 40 }]);
  expect(await story.rows("select count(*)::int as n, count(distinct key)::int as keys from message")).toEqual([
    { n: 40, keys: 40 },
  ]);
  expect(await story.rows("select sum(count)::int as n from path_day where from_step_id = ''")).toEqual([{ n: 40 }]);
});

test("a worker killed before its commit leaves nothing, and the next one does it all", async () => {
  const story = await Story.begin(testing);
  await story.journey(welcome("Welcome"));
  const person = await story.person();
  await story.event(person, "signed_up");
  const doomed = testing.open({
    onStatement: (text) => {
      if (!text.includes("insert into message")) return;
      void testing.database.pool.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'active' and query like '%insert into message%' and pid <> pg_backend_pid()",
      );
    },
  });
  const blocker = await testing.database.pool.connect();
  await blocker.query("begin; lock table message in exclusive mode");
  const dying = tick(
    { database: doomed, plans: story.plans },
    { workspaceId: story.workspaceId, bucket: bucketOf(person) },
  );
  const failed = expect(dying).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 200));
  await testing.database.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into message%'",
  );
  await failed;
  await blocker.query("rollback");
  blocker.release();
  expect(await story.rows("select count(*)::int as n from enrollment")).toEqual([{ n: 0 }]);
  expect(await story.rows("select count(*)::int as n from inbox")).toEqual([{ n: 1 }]);
  await story.settle();
  expect(await story.rows("select count(*)::int as n from message where status = 'queued'")).toEqual([{ n: 1 }]);
});

test("work added while a tick ends is not forgotten", async () => {
  const story = await Story.begin(testing);
  await story.journey(welcome("Welcome"));
  const person = await story.person();
  await story.event(person, "signed_up");
  // The announcement of a later event commits between the tick's reading and its last statement.
  const racing = testing.open({
    onStatement: (text) => {
      if (text.includes("delete from inbox")) late = story.event(person, "other");
    },
  });
  let late: Promise<void> = Promise.resolve();
  await tick({ database: racing, plans: story.plans }, { workspaceId: story.workspaceId, bucket: bucketOf(person) });
  await late;
  const [due] = await story.rows<{ is_due: boolean }>(
    "select due_at <= clock_timestamp() as is_due from bucket_due where workspace_id = $1 and bucket = $2 and work = 'tick'",
    [story.workspaceId, bucketOf(person)],
  );
  expect(due?.is_due).toBe(true);
});

test("every statement of a tick names one bucket and its workspace", async () => {
  const story = await Story.begin(testing);
  await story.journey(welcome("Welcome"));
  const accountId = await story.account();
  const person = await story.person({ accountId });
  await story.event(person, "signed_up");
  statements.length = 0;
  await story.settle(new Date(Date.now() + HOUR_MS));
  const hot =
    /\b(person|account|account_member|identity|consent|segment_member|escalation|stage_stay|account_day|event|inbox|enrollment|decision|move|path_day|outcome_day|message|reservation|task|bucket_due|bucket_lock)\b/;
  const touching = statements.filter(
    ({ text }) =>
      hot.test(text.replaceAll(/'[^']*'/g, "")) && !text.includes("from bucket_due where workspace_id = $1 and work"),
  );
  expect(touching.length).toBeGreaterThan(15);
  for (const { text, values } of touching) {
    expect(text, text).toMatch(/bucket = \$1|\(bucket, workspace_id|values \(\$1, \$2|select \$1, \$2/);
    expect(values[0], text).toBeTypeOf("number");
    expect(values[1], text).toBe(story.workspaceId);
  }
});
