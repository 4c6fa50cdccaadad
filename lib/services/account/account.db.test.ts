import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scoreAccounts } from "@/db/queries/score/score-accounts";
import { addCustomer, type TestCustomer } from "@/db/testing/add-customer";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { roles } from "@/lib/contract/contract";
import { closeEscalation } from "@/lib/services/account/close-escalation";
import { listAccounts } from "@/lib/services/account/list-accounts";
import { markCriterion } from "@/lib/services/account/mark-criterion";
import { openEscalation } from "@/lib/services/account/open-escalation";
import { readAccount } from "@/lib/services/account/read-account";
import { readActivity } from "@/lib/services/account/read-activity";
import { readJourneyReport } from "@/lib/services/account/read-journey-report";
import { readReportMarkdown } from "@/lib/services/account/read-report-markdown";
import { readManagerBoard } from "@/lib/services/insight/read-manager-board";
import { readToday } from "@/lib/services/insight/read-today";
import { listPeople } from "@/lib/services/person/list-people";
import { readPerson } from "@/lib/services/person/read-person";
import { completeTask } from "@/lib/services/task/complete-task";
import { createTask } from "@/lib/services/task/create-task";
import { listTasks } from "@/lib/services/task/list-tasks";
import { reassignTask } from "@/lib/services/task/reassign-task";
import { snoozeTask } from "@/lib/services/task/snooze-task";
import { ctxOf } from "@/lib/services/testing/ctx-of";

const now = new Date("2026-11-16T09:00:00Z"); // a Monday
let testing: TestDatabase;
let workspaceId: string;
let strangerId: string;
let own: TestCustomer;
const ownerId = randomUUID();

beforeAll(async () => {
  testing = await openTestDatabase();
  workspaceId = await testing.addWorkspace();
  strangerId = await testing.addWorkspace();
  own = await addCustomer(testing.database, workspaceId, now, { ownerId });
  // The application's role may not add people to the team; the owner of the tables does.
  await testing.database.pool.query(
    `insert into "user" (id, email, name, password_hash) values ($1, $2, 'Ana Costa', 'x')`,
    [ownerId, `${ownerId}@example.test`],
  );
  await testing.database.pool.query("insert into membership (workspace_id, user_id, role) values ($1, $2, 'csm')", [
    workspaceId,
    ownerId,
  ]);
});
afterAll(() => testing.drop());

const as = (role: (typeof roles)[number], at = now) => ctxOf(testing.database, workspaceId, role, at, ownerId);
const stranger = () => ctxOf(testing.database, strangerId, "admin", now);
const rows = <R extends object>(text: string, values: unknown[] = []) =>
  testing.database.transaction(workspaceId, (tx) => tx.query<R & Record<string, unknown>>(text, values));

test("scoring computes health, traits and criteria met, and asks the tick to look again", async () => {
  const count = await testing.database.transaction(workspaceId, (tx) => scoreAccounts(tx, own.bucket, now));
  expect(count).toBe(1);
  const [account] = await rows<{
    traits: Record<string, unknown>;
    health: number;
    health_coverage: number;
    journey_health: number;
  }>("select traits, health, health_coverage, journey_health from account where id = $1", [own.accountId]);
  // One person of two seats, in use every day: five full weeks; 2 features activated a year ago still count.
  expect(account?.traits).toMatchObject({
    seats: 2,
    nps: 40,
    active_users: 1,
    daily_use_weeks: 5,
    features_activated: 2,
    seat_use: 50,
  });
  // Engagement 100 (days in use); adoption (43.3 + 63.3) / 2; satisfaction 80; growth unknown at 90 days.
  const adoption = (65 * (2 / 3) + (40 + (35 * 20) / 30)) / 2;
  expect(account?.health).toBeCloseTo((30 * 100 + 25 * adoption + 25 * 80) / 80);
  expect(account?.health_coverage).toBeCloseTo((30 * 0.5 + 25 + 25 / 3) / 100);
  // Speed 100, engagement 100, risk 100; of four milestones due or met, "Features activated" is open.
  expect(account?.journey_health).toBeCloseTo((300 + 75) / 4);
  expect(await rows("select criterion_id, status, by from criterion_met")).toEqual([
    { criterion_id: "daily_use", status: "met", by: "rule" },
  ]);
  expect(await rows("select day, health is not null as scored from score_day")).toEqual([
    { day: "2026-11-16", scored: true },
  ]);
  expect(await rows("select kind, payload->>'cause' as cause from inbox")).toEqual([
    { kind: "reconsider", cause: "scored" },
  ]);
});

test("scoring an earlier day adds its row and leaves the account as scored last", async () => {
  const before = await rows("select health, scored_at from account");
  await testing.database.transaction(workspaceId, (tx) =>
    scoreAccounts(tx, own.bucket, new Date("2026-10-16T09:00:00Z"), undefined, { announce: false }),
  );
  expect(await rows("select health, scored_at from account")).toEqual(before);
  expect(await rows("select day from score_day order by day")).toEqual([{ day: "2026-10-16" }, { day: "2026-11-16" }]);
});

test("the report is made of what is stored", async () => {
  const report = await readJourneyReport(as("viewer"), { accountId: own.accountId });
  expect(report).toMatchObject({ stageName: "Adoption", daysInStage: 30, renewsInDays: 60 });
  expect(report.account.ownerName).toBe("Ana Costa");
  expect(report.gate.criteria.map((row) => [row.id, row.state, row.value])).toEqual([
    ["features", "open", "2 of 3"],
    ["daily_use", "met", "5 of 4"],
  ]);
  expect(report.completed).toMatchObject([{ name: "Feature tips", channel: "Email", response: "Clicked" }]);
  expect(report.events).toMatchObject([
    { label: "Feature activated", who: "Kim Park", action: "Feature tips (email)" },
  ]);
  expect(report.factors.find((factor) => factor.id === "speed")?.change).toBe(0);
  expect(report.use.weeks).toEqual([1, 1, 1, 1, 1]);
  const { markdown } = await readReportMarkdown(as("viewer"), { accountId: own.accountId });
  expect(markdown).toContain("- [x] Daily use established");
});

test("a criterion is marked with its reason, stands above the rule, and reaches the tick as a trait", async () => {
  await markCriterion(as("csm"), {
    accountId: own.accountId,
    criterionId: "features",
    status: "waived",
    reason: "Uses two by contract",
  });
  expect(await rows("select status, by, reason from criterion_met where criterion_id = 'features'")).toEqual([
    { status: "waived", by: `user:${ownerId}`, reason: "Uses two by contract" },
  ]);
  const [item] = await rows<{ payload: { properties: unknown } }>(
    "select payload from inbox where payload->>'type' = 'group'",
  );
  expect(item?.payload.properties).toEqual({ criteria_marked: ["adoption.features"] });
  const report = await readJourneyReport(as("csm"), { accountId: own.accountId });
  expect(report.gate.criteria[0]).toMatchObject({ state: "waived", reason: "Uses two by contract" });
  expect(report.gate.progressPercent).toBe(99);
  await expect(
    markCriterion(as("csm"), { accountId: own.accountId, criterionId: "go_live", status: "met", reason: "It is live" }),
  ).rejects.toThrow("no such exit criterion");
  await expect(
    markCriterion(as("csm"), { accountId: own.accountId, criterionId: "features", status: "met", reason: "" }),
  ).rejects.toThrow("reason");
});

test("an escalation opens, shows as a risk, and closes once", async () => {
  const { escalationId } = await openEscalation(as("csm"), {
    accountId: own.accountId,
    title: "Single sign-on outage",
    severity: "high",
  });
  const report = await readJourneyReport(as("csm"), { accountId: own.accountId });
  expect(report.risks.map((risk) => risk.id)).toEqual(["escalation"]);
  expect((await listTasks(as("csm"), {})).escalations).toHaveLength(1);
  await closeEscalation(as("csm"), { accountId: own.accountId, escalationId, resolution: "Fixed by the provider" });
  await expect(
    closeEscalation(as("csm"), { accountId: own.accountId, escalationId, resolution: "Again" }),
  ).rejects.toThrow("no such open escalation");
  expect(
    await rows("select payload->>'cause' as cause from inbox where payload->>'cause' like 'escalation%' order by id"),
  ).toEqual([{ cause: "escalation opened" }, { cause: "escalation closed" }]);
});

test("a task is made, snoozed, given on and finished; a journey's task tells its enrollment", async () => {
  const { taskId } = await createTask(as("csm"), {
    accountId: own.accountId,
    title: "Book admin training",
    type: "call",
    dueInDays: 1,
  });
  const place = { taskId, subjectId: own.accountId };
  expect((await listTasks(as("csm"), {})).tasks).toMatchObject([
    { title: "Book admin training", accountName: "Northwind", ownerName: "Ana Costa", isLate: false },
  ]);
  await snoozeTask(as("csm"), { ...place, days: 7 });
  expect((await listTasks(as("csm"), {})).tasks[0]?.dueAtMs).toBe(now.getTime() + 7 * 86_400_000);
  await expect(reassignTask(as("csm"), { ...place, ownerId: randomUUID() })).rejects.toThrow(
    "nobody of this workspace",
  );
  await reassignTask(as("csm"), { ...place, ownerId });
  const enrollmentId = randomUUID();
  await rows("update task set enrollment_id = $1, step_id = 'kickoff', visit = 2 where id = $2", [
    enrollmentId,
    taskId,
  ]);
  await completeTask(as("csm"), { ...place, outcome: "reached", note: "Booked" });
  const [item] = await rows<{ payload: unknown }>("select payload from inbox where kind = 'task_closed'");
  expect(item?.payload).toEqual({
    kind: "task_closed",
    taskId,
    enrollmentId,
    stepId: "kickoff",
    visit: 2,
    outcome: "reached",
  });
  await expect(completeTask(as("csm"), place)).rejects.toThrow("no such open task");
  const report = await readJourneyReport(as("csm"), { accountId: own.accountId });
  expect(report.completed.map((row) => [row.name, row.response])).toContainEqual(["Book admin training", "Reached"]);
});

test("the list filters, sorts and pages without losing or repeating anybody", async () => {
  const names = ["Acme", "acme", "Beta", "Zeta"];
  for (const name of names) await addCustomer(testing.database, workspaceId, now, { name });
  for (const sort of ["name", "health", "arr", "renewal", "journey", "stage_days"] as const) {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listAccounts(as("viewer"), { sort, limit: 2, ...(after ? { after } : {}) });
      seen.push(...page.accounts.map((account) => account.id));
      after = page.next ?? undefined;
    } while (after);
    expect(new Set(seen).size, sort).toBe(5);
    expect(seen.length, sort).toBe(5);
  }
  expect((await listAccounts(as("viewer"), { q: "ACM" })).accounts).toHaveLength(2);
  expect((await listAccounts(as("viewer"), { health: "unknown" })).total.count).toBe(4);
  expect((await listAccounts(as("viewer"), { stage: "growth" })).accounts).toEqual([]);
  expect((await listAccounts(as("viewer"), { ownerId })).accounts.map((account) => account.name)).toEqual([
    "Northwind",
  ]);
  await expect(listAccounts(as("viewer"), { after: "rubbish" })).rejects.toThrow("Start from the first page");
});

test("a person's page says in words why something was not sent, and filters to that", async () => {
  const found = await readPerson(as("viewer"), { personId: own.personId, show: "not_sent" });
  expect(found.trace.map((one) => one.words)).toEqual(["Not sent. Quiet hours from 21:00 to 08:00 in UTC."]);
  expect(found).toMatchObject({
    account: { name: "Northwind" },
    messages: [{ name: "Feature tips", response: "Clicked" }],
  });
  const people = await listPeople(as("viewer"), { limit: 2 });
  expect(people.total).toBe(5);
  const rest = await listPeople(as("viewer"), { limit: 10, after: people.next ?? "" });
  expect(new Set([...people.people, ...rest.people].map((person) => person.id)).size).toBe(5);
});

test("the manager's board and the day's list count this workspace alone", async () => {
  const board = await readManagerBoard(as("manager"), {});
  expect(board.accounts).toBe(5);
  expect(board.board.find((column) => column.id === "adoption")?.accounts).toBe(5);
  expect(board.metrics.find((metric) => metric.id === "touchpoint_engagement")).toMatchObject({ n: 6, value: 100 });
  expect((await readToday(as("csm"), {})).accounts).toBe(1);
  expect(await readManagerBoard(stranger(), {})).toMatchObject({ accounts: 0, arr: 0 });
});

test("of another workspace nothing is found, read or changed", async () => {
  const account = { accountId: own.accountId };
  const { taskId } = await createTask(as("csm"), { ...account, title: "Ours alone" });
  const place = { taskId, subjectId: own.accountId };
  const { escalationId } = await openEscalation(as("csm"), { ...account, title: "Ours alone" });
  const attempts = [
    readAccount(stranger(), account),
    readActivity(stranger(), account),
    readJourneyReport(stranger(), account),
    readReportMarkdown(stranger(), account),
    markCriterion(stranger(), { ...account, criterionId: "features", status: "met", reason: "Because" }),
    openEscalation(stranger(), { ...account, title: "Not mine" }),
    closeEscalation(stranger(), { ...account, escalationId, resolution: "Not mine" }),
    createTask(stranger(), { ...account, title: "Not mine" }),
    completeTask(stranger(), place),
    snoozeTask(stranger(), { ...place, days: 1 }),
    reassignTask(stranger(), { ...place, ownerId }),
    readPerson(stranger(), { personId: own.personId }),
  ];
  const results = await Promise.allSettled(attempts);
  expect(
    results.map((result) => (result.status === "rejected" ? (result.reason as { code?: string }).code : "succeeded")),
  ).toEqual(attempts.map(() => "not_found"));
  expect((await listAccounts(stranger(), {})).accounts).toEqual([]);
  expect((await listPeople(stranger(), {})).people).toEqual([]);
  expect(await listTasks(stranger(), { whose: "all" })).toMatchObject({ tasks: [], escalations: [] });
});

test("a role that may not write is refused before anything is read", async () => {
  const account = { accountId: own.accountId };
  const place = { taskId: randomUUID(), subjectId: own.accountId };
  const calls = [
    [markCriterion, { ...account, criterionId: "features", status: "met", reason: "Because" }],
    [openEscalation, { ...account, title: "Broken" }],
    [closeEscalation, { ...account, escalationId: randomUUID(), resolution: "Done" }],
    [createTask, { ...account, title: "Call them" }],
    [completeTask, place],
    [snoozeTask, { ...place, days: 1 }],
    [reassignTask, { ...place, ownerId }],
  ] as const;
  for (const [verb, input] of calls) {
    const may = verb.contract.roles;
    for (const role of roles) {
      const result = (verb as (ctx: ReturnType<typeof as>, input: unknown) => Promise<unknown>)(as(role), {
        ...input,
        accountId: "accountId" in input ? randomUUID() : undefined,
      });
      await expect(result, `${verb.contract.name} as ${role}`).rejects.toMatchObject({
        code: role === "admin" || may.includes(role) ? "not_found" : "forbidden",
      });
    }
  }
});
