import { hash } from "@node-rs/argon2";
import { addAudit } from "@/db/queries/audit/add-audit";
import { loadScoreFrame, scoreAccounts } from "@/db/queries/score/score-accounts";
import { addWorkspace } from "@/db/queries/workspace/add-workspace";
import { Database } from "@/db/database";
import { loadAllAccounts } from "@/db/queries/audience/load-audience";
import { addInboxForAll } from "@/db/queries/inbox/add-inbox-for-all";
import { user } from "@/db/schema";
import { addEvents } from "@/db/seed/rows/add-events";
import { addJourneys, addLibrary, addTeam } from "@/db/seed/rows/add-frame";
import { addOwnTasks } from "@/db/seed/rows/add-own-tasks";
import { Rollups } from "@/db/seed/rows/add-rollups";
import { addPeople, addSubjects, type PersonRow } from "@/db/seed/rows/add-subjects";
import { addWalked } from "@/db/seed/rows/add-walked";
import { RowSet } from "@/db/seed/rows/row-set";
import { type DemoJourney, walkedJourneys } from "@/db/seed/demo-journeys";
import { ACCOUNT_COUNT, DAY_MS, HISTORY_DAYS } from "@/db/seed/story/account-story";
import { DEMO_PASSWORD, team } from "@/db/seed/story/team";
import { tellStory } from "@/db/seed/story/tell-story";
import { walkStory } from "@/db/seed/walk-story";
import type { Tx } from "@/db/transaction";
import { accountSnapshot } from "@/lib/audience/account-snapshot";
import { BUCKET_COUNT } from "@/lib/hash/bucket-of";
import { idOf } from "@/lib/hash/id-of";
import { defaultPolicy } from "@/lib/policy/policy";

export const DEMO_SLUG = "demo";
export const DEMO_WORKSPACE_ID = idOf("workspace", DEMO_SLUG);
/** Written in this order; people follow once accounts are scored. */
const tablesBeforeScores = [
  "account",
  "account_member",
  "escalation",
  "stage_stay",
  "criterion_met",
  "score_day",
  "account_day",
  "event",
  "enrollment",
  "move",
  "decision",
  "message",
  "reservation",
  "task",
  "path_day",
  "outcome_day",
];

export interface SeedOptions {
  /** The day the story ends, at its start in UTC; today by default. The same day gives the same rows. */
  asOf?: Date;
  /** Only the first so many of the 240 accounts. */
  accounts?: number;
}

/** Called as the seed goes on: `done` from 0 to 1, and what it is doing. */
export type SeedProgress = (done: number, label: string) => void;

/**
 * Fill the demo workspace: 240 accounts, their people, 18 months of events and six journeys with people under way.
 * One transaction: a seed that is killed leaves nothing. Where the workspace exists already it returns at once.
 */
export async function seedDemo(
  databaseUrl: string,
  onProgress: SeedProgress,
  options: SeedOptions = {},
): Promise<{ workspaceId: string; slug: string }> {
  const place = { workspaceId: DEMO_WORKSPACE_ID, slug: DEMO_SLUG };
  const database = new Database({ url: databaseUrl, maxConnections: 2 });
  try {
    if (await hasDemo(database)) return place;
    const asOfMs = (options.asOf ?? startOfToday()).getTime();
    const passwordHash = await hash(DEMO_PASSWORD);
    onProgress(0, "Telling 18 months of the demo");
    const told = await tell(asOfMs, options.accounts ?? ACCOUNT_COUNT, onProgress);
    await database.transaction(DEMO_WORKSPACE_ID, async (tx) => {
      await addFrame(tx, told, passwordHash, asOfMs);
      await writeAll(tx, told, asOfMs, onProgress);
    });
    onProgress(1, "Demo ready");
    return place;
  } finally {
    await database.close();
  }
}

async function hasDemo(database: Database): Promise<boolean> {
  const found = await database.outside((tx) => tx.query("select 1 where workspace_id_of($1) is not null", [DEMO_SLUG]));
  return found.length > 0;
}

/** Is the demo workspace there already? */
export async function isSeeded(databaseUrl: string): Promise<boolean> {
  const database = new Database({ url: databaseUrl, maxConnections: 1 });
  try {
    return await hasDemo(database);
  } finally {
    await database.close();
  }
}

function startOfToday(): Date {
  return new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS);
}

interface Told {
  rows: RowSet;
  journeys: DemoJourney[];
  people: PersonRow[];
  nextDue: [bucket: number, dueAt: Date][];
}

/** Everything in memory: the story, and the walk of its accounts and people through the journeys. */
async function tell(asOfMs: number, accounts: number, onProgress: SeedProgress): Promise<Told> {
  const story = tellStory(asOfMs).slice(0, accounts);
  const rows = new RowSet();
  addTeam(rows, asOfMs);
  addLibrary(rows, story, asOfMs);
  const journeys = addJourneys(rows, asOfMs);
  const plans = walkedJourneys(journeys);
  const people: PersonRow[] = [];
  const rollups = new Rollups();
  for (const [place, household] of story.entries()) {
    const walked = walkStory(household, plans, defaultPolicy, asOfMs);
    addSubjects(rows, walked, DEMO_WORKSPACE_ID, asOfMs);
    addEvents(rows, walked);
    addWalked(rows, walked);
    addOwnTasks(rows, walked.account, asOfMs);
    people.push(...addPeople(rows, walked, DEMO_WORKSPACE_ID));
    rollups.fold(walked.walked, household.account.id);
    household.events = []; // rows by now; the story is large
    if ((place + 1) % 24 !== 0) continue;
    onProgress(0.3 * ((place + 1) / story.length), "Walking people through six journeys");
    await new Promise((resolve) => setImmediate(resolve)); // lets a progress line out and Ctrl-C in
  }
  rollups.addTo(rows);
  return { rows, journeys, people, nextDue: rollups.nextDue };
}

async function addFrame(tx: Tx, { rows, journeys }: Told, passwordHash: string, asOfMs: number): Promise<void> {
  await addWorkspace(tx, {
    slug: DEMO_SLUG,
    name: "Lumen Demo",
    zone: "Europe/Berlin",
    region: "DE",
    isDemo: true,
    signingSecret: idOf("signing-secret", DEMO_SLUG),
    senderName: "Lumen",
    senderAddress: "hello@lumen.test",
    postalAddress: "Lumen, 12 Harbour Street, 20457 Hamburg",
  });
  const createdAt = new Date(asOfMs - HISTORY_DAYS * DAY_MS);
  const users = team.map(({ email, name }) => ({ id: idOf("user", email), email, name, passwordHash, createdAt }));
  await tx.db.insert(user).values(users).onConflictDoNothing();
  for (const table of [
    "membership",
    "write_key",
    "segment",
    "template",
    "vocabulary",
    "journey",
    "journey_version",
    "approval",
  ])
    await rows.write(tx, table);
  const published = journeys.flatMap(({ id, versions }) => versions.map((version) => ({ journeyId: id, version })));
  for (const { journeyId, version } of published.sort((a, b) => a.version.publishedAtMs - b.version.publishedAtMs)) {
    const actor = `user:${idOf("user", "manager@demo.test")}`;
    await addAudit(tx, {
      at: new Date(version.publishedAtMs),
      actor,
      verb: "journey.publish",
      subject: `journey:${journeyId}`,
      detail: { version: version.number },
    });
  }
}

async function writeAll(
  tx: Tx,
  { rows, people, nextDue }: Told,
  asOfMs: number,
  onProgress: SeedProgress,
): Promise<void> {
  const total = tablesBeforeScores.reduce((sum, table) => sum + rows.count(table), 0);
  let written = 0;
  for (const table of tablesBeforeScores) {
    const count = rows.count(table);
    onProgress(
      0.3 + 0.55 * (written / total),
      `Writing ${count.toLocaleString("en")} rows of ${table.replaceAll("_", " ")}`,
    );
    await rows.write(tx, table);
    written += count;
  }
  onProgress(0.87, "Scoring accounts");
  const now = new Date(asOfMs);
  const frame = await loadScoreFrame(tx, now);
  for (let bucket = 0; bucket < BUCKET_COUNT; bucket++)
    await scoreAccounts(tx, bucket, now, frame, { announce: false });
  onProgress(0.92, "Writing people");
  const snapshots = await loadSnapshots(tx);
  for (const { bucket, accountId, row } of people)
    rows.addHot("person", bucket, { ...row, account_traits: snapshots.get(accountId) ?? null });
  for (const table of ["person", "consent", "segment_member", "identity"]) await rows.write(tx, table);
  for (const [bucket, dueAt] of nextDue) tx.wake(bucket, "tick", dueAt);
  const queued = await tx.query<{ bucket: number }>(
    "select distinct bucket from message where workspace_id = $1 and status = 'queued'",
    [tx.workspaceId],
  );
  for (const { bucket } of queued) tx.wake(bucket, "deliver", now);
  for (let bucket = 0; bucket < BUCKET_COUNT; bucket++)
    await addInboxForAll(tx, bucket, "account", { kind: "plan_dates", journeyId: null }, now);
  onProgress(0.98, "Finishing");
}

/** Accounts as their people's rules see them, after scoring. */
async function loadSnapshots(tx: Tx): Promise<Map<string, Record<string, unknown>>> {
  return new Map((await loadAllAccounts(tx, BUCKET_COUNT)).map((row) => [row.id, accountSnapshot(row)]));
}
