import { randomUUID } from "node:crypto";
import type { TestDatabase } from "@/db/testing/test-database";
import { bucketOf } from "@/lib/hash/bucket-of";
import { journeyDocument, type JourneyDocument } from "@/lib/journey/document";
import { lifecycleDocument } from "@/lib/journey/lifecycle";

const DAY_MS = 86_400_000;
const WINDOW_MS = 3_600_000;
/** argon2id of "the first password". */
const FIRST_PASSWORD =
  "$argon2id$v=19$m=19456,t=2,p=1$LEnuO+15z7uG2az3bXKTag$hWACibQHkX3dJQlHX6O1roLF1GEtJNw96rABU/eQXM4";

/** A workspace with at least one row in every table, every text of which carries `marker`. */
export interface World {
  marker: string;
  workspaceId: string;
  /** An admin, who owns everything here. */
  userId: string;
  /** A manager, who asked for the approval that waits. */
  otherId: string;
  accountId: string;
  personId: string;
  journeyId: string;
  versionId: string;
  document: JourneyDocument;
  approvalId: string;
  segmentId: string;
  escalationId: string;
  taskId: string;
  messageId: string;
  mailId: string;
  writeKeyId: string;
}

type Row = Record<string, unknown>;

/** Written as the owner of the tables, so that row-level security has no part in what is there. External ids, event names
 * and slugs of steps are the same in every world: only the workspace tells them apart. */
export async function addWorld(testing: TestDatabase, marker: string, now: Date): Promise<World> {
  const workspaceId = await testing.addWorkspace();
  const id = () => randomUUID();
  const world: World = {
    marker,
    workspaceId,
    userId: id(),
    otherId: id(),
    accountId: id(),
    personId: id(),
    journeyId: id(),
    versionId: id(),
    approvalId: id(),
    segmentId: id(),
    escalationId: id(),
    taskId: id(),
    messageId: id(),
    mailId: id(),
    writeKeyId: id(),
    document: documentOf(marker),
  };
  const { accountId, personId, journeyId, versionId, document, userId, otherId } = world;
  const [lifecycleId, lifecycleVersionId, enrollmentId] = [id(), id(), id()];
  const lifecycle = lifecycleOf(marker);
  const [ofPerson, ofAccount] = [bucketOf(personId), bucketOf(accountId)];
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const day = ago(1).toISOString().slice(0, 10);
  const step = { journey_id: journeyId, version_id: versionId, step_id: "welcome" };
  const person = (row: Row): Row => ({ bucket: ofPerson, workspace_id: workspaceId, ...row });
  const account = (row: Row): Row => ({ bucket: ofAccount, workspace_id: workspaceId, ...row });
  const own = (row: Row): Row => ({ workspace_id: workspaceId, ...row });

  const rows: [table: string, row: Row][] = [
    ["user", { id: userId, email: `${userId}@team.test`, name: `${marker} Ana`, password_hash: FIRST_PASSWORD }],
    ["user", { id: otherId, email: `${otherId}@team.test`, name: `${marker} Ben`, password_hash: "x" }],
    ["membership", own({ user_id: userId, role: "admin" })],
    ["membership", own({ user_id: otherId, role: "manager" })],
    [
      "write_key",
      own({ id: world.writeKeyId, kind: "server", name: `${marker} key`, key_hash: id(), last_four: "1234" }),
    ],
    [
      "audit",
      own({
        number: 1,
        at: ago(9),
        actor: `user:${userId}`,
        verb: "workspace.set_up",
        subject: marker,
        hash: "planted",
      }),
    ],
    ["file", own({ id: id(), name: `${marker}.png`, content_type: "image/png", bytes: 1, content: "AA==" })],
    ["vocabulary", own({ kind: "event", name: `${marker} event` })],
    ["vocabulary", own({ kind: "trait", name: `${marker} trait` })],
    [
      "template",
      own({ id: id(), slug: "welcome", name: `${marker} template`, channel: "email", content: { body: marker } }),
    ],
    [
      "segment",
      own({
        id: world.segmentId,
        name: `${marker} segment`,
        subject: "person",
        rule: { kind: "trait", of: "subject", trait: "plan", op: "is", value: marker },
      }),
    ],
    ["segment_member", person({ segment_id: world.segmentId, subject_id: personId, since: ago(3) })],
    [
      "journey",
      own({
        id: journeyId,
        name: document.name,
        status: "live",
        draft: document,
        layout: { offsets: {} },
        last_version: 1,
        live_version_id: versionId,
        owner_id: userId,
      }),
    ],
    [
      "journey_version",
      own({
        id: versionId,
        journey_id: journeyId,
        number: 1,
        document,
        frozen_at: ago(20),
        frozen_by: otherId,
        published_at: ago(20),
      }),
    ],
    [
      "journey",
      own({
        id: lifecycleId,
        name: lifecycle.name,
        status: "live",
        draft: lifecycle,
        layout: { offsets: {} },
        last_version: 1,
        live_version_id: lifecycleVersionId,
        is_lifecycle: true,
      }),
    ],
    [
      "journey_version",
      own({
        id: lifecycleVersionId,
        journey_id: lifecycleId,
        number: 1,
        document: lifecycle,
        frozen_at: ago(20),
        published_at: ago(20),
      }),
    ],
    [
      "approval",
      own({
        id: world.approvalId,
        journey_id: journeyId,
        version_id: versionId,
        status: "asked",
        risk: "low",
        facts: { note: marker },
        asked_by: otherId,
        asked_at: ago(1),
      }),
    ],
    [
      "account",
      account({
        id: accountId,
        external_id: "acme",
        name: `${marker} account`,
        traits: { seats: 2, note: marker },
        arr: 50_000,
        plan: `${marker} plan`,
        contract_start: ago(90),
        contract_end: ago(-60),
        owner_id: userId,
        stage: "adoption",
        stage_entered_at: ago(30),
        overlays: { renewal: ago(5).toISOString() },
        health: 30,
        health_coverage: 0.9,
        journey_health: 35,
      }),
    ],
    [
      "person",
      person({
        id: personId,
        external_id: "kim",
        email: `kim@${marker}.test`,
        name: `${marker} Kim`,
        zone: "UTC",
        region: "US",
        traits: { plan: marker },
        account_id: accountId,
        account_bucket: ofAccount,
        last_seen_at: ago(1),
        created_at: ago(80),
      }),
    ],
    [
      "account_member",
      account({
        account_id: accountId,
        person_id: personId,
        person_bucket: ofPerson,
        role: marker,
        is_primary: 1,
        joined_at: ago(80),
      }),
    ],
    ["identity", own({ bucket: 7, kind: "user", value: "kim", subject_id: personId, subject_bucket: ofPerson })],
    [
      "consent",
      person({
        person_id: personId,
        channel: "email",
        purpose: "marketing",
        state: "granted",
        source: marker,
        at: ago(80),
      }),
    ],
    [
      "escalation",
      account({
        account_id: accountId,
        id: world.escalationId,
        title: `${marker} escalation`,
        severity: "high",
        opened_by: userId,
        opened_at: ago(2),
      }),
    ],
    [
      "stage_stay",
      account({
        account_id: accountId,
        stage: "onboarding",
        entered_at: ago(90),
        left_at: ago(30),
        manner: "met",
        reason: marker,
      }),
    ],
    [
      "stage_stay",
      account({ account_id: accountId, stage: "adoption", entered_at: ago(30), manner: "met", reason: marker }),
    ],
    [
      "criterion_met",
      account({
        account_id: accountId,
        stage: "adoption",
        criterion_id: "daily_use",
        status: "met",
        at: ago(3),
        by: "rule",
        reason: marker,
      }),
    ],
    ["account_day", account({ account_id: accountId, day, name: "feature_activated", count: 2, persons: [personId] })],
    ["score_day", account({ account_id: accountId, day, health: 30, journey_health: 35, scores: { note: marker } })],
    [
      "event",
      person({
        id: id(),
        received_at: new Date(now.getTime() - WINDOW_MS),
        happened_at: new Date(now.getTime() - WINDOW_MS),
        type: "track",
        name: "feature_activated",
        person_id: personId,
        account_id: accountId,
        properties: { note: marker },
      }),
    ],
    [
      "event",
      account({
        id: id(),
        received_at: ago(2),
        happened_at: ago(2),
        type: "track",
        name: "go_live",
        account_id: accountId,
        properties: { note: marker },
      }),
    ],
    ["event_seen", person({ message_id: "m-1", received_at: ago(1) })],
    [
      "event_refused",
      own({ bucket: 0, id: id(), at: ago(1), field: "event", reason: `${marker} reason`, item: { note: marker } }),
    ],
    [
      "inbox",
      person({
        due_at: ago(1),
        subject_id: personId,
        kind: "reconsider",
        payload: { kind: "reconsider", cause: marker },
      }),
    ],
    ["bucket_due", person({ work: "tick", due_at: ago(-9) })],
    [
      "enrollment",
      person({
        id: enrollmentId,
        journey_id: journeyId,
        version_id: versionId,
        subject_id: personId,
        status: "active",
        state_id: "first",
        step_id: "welcome",
        entered_at: ago(4),
        state_entered_at: ago(4),
        step_entered_at: ago(3),
        context: { note: marker },
      }),
    ],
    [
      "enrollment",
      account({
        id: id(),
        journey_id: lifecycleId,
        version_id: lifecycleVersionId,
        subject_id: accountId,
        status: "active",
        state_id: "adoption",
        step_id: "adoption",
        entered_at: ago(90),
        state_entered_at: ago(30),
        step_entered_at: ago(30),
        variant: marker,
      }),
    ],
    [
      "decision",
      person({
        subject_id: personId,
        enrollment_id: enrollmentId,
        ...step,
        code: "message.drop",
        detail: { reason: "cap", usedBy: { journeyId, name: document.name }, note: marker },
        at: ago(3),
      }),
    ],
    [
      "move",
      person({
        enrollment_id: enrollmentId,
        journey_id: journeyId,
        version_id: versionId,
        subject_id: personId,
        from_step_id: "start",
        port: "next",
        to_step_id: "welcome",
        visit: 1,
        at: ago(3),
        dwell_ms: 1000,
      }),
    ],
    [
      "path_day",
      person({
        version_id: versionId,
        day,
        from_step_id: "start",
        port: "next",
        to_step_id: "welcome",
        held_out: false,
        count: 1,
        dwell_ms: 1000,
        dwell_bins: [1],
      }),
    ],
    [
      "outcome_day",
      person({ version_id: versionId, day, step_id: "welcome", outcome: "sent", held_out: false, count: 1 }),
    ],
    [
      "message",
      person({
        id: world.messageId,
        key: "m-1",
        person_id: personId,
        account_id: accountId,
        account_bucket: ofAccount,
        enrollment_id: enrollmentId,
        subject_id: personId,
        subject_bucket: ofPerson,
        ...step,
        channel: "email",
        purpose: "marketing",
        status: "sent",
        inputs: { subject: `${marker} subject` },
        created_at: ago(3),
        sent_at: ago(3),
        clicked_at: ago(2),
      }),
    ],
    [
      "message",
      person({
        id: id(),
        key: "m-2",
        person_id: personId,
        account_id: accountId,
        account_bucket: ofAccount,
        enrollment_id: enrollmentId,
        subject_id: personId,
        subject_bucket: ofPerson,
        ...step,
        channel: "email",
        purpose: "marketing",
        status: "held",
        due_at: ago(-1),
        reason_code: "quiet_hours",
        inputs: { subject: `${marker} subject` },
        created_at: ago(1),
      }),
    ],
    [
      "reservation",
      account({
        account_id: accountId,
        key: "m-2",
        journey_id: journeyId,
        channel: "email",
        status: "waiting",
        request: { note: marker },
        message_id: world.messageId,
        person_id: personId,
        person_bucket: ofPerson,
        asked_at: ago(1),
      }),
    ],
    [
      "task",
      account({
        id: world.taskId,
        key: "t-1",
        subject_id: accountId,
        account_id: accountId,
        ...step,
        enrollment_id: enrollmentId,
        type: "call",
        title: `${marker} task`,
        notes: marker,
        owner_id: userId,
        status: "open",
        due_at: ago(-1),
        cause: marker,
        created_at: ago(2),
      }),
    ],
    [
      "mailbox_message",
      own({
        id: world.mailId,
        at: ago(1),
        from: `${marker}@x.test`,
        to: `${marker}@y.test`,
        subject: marker,
        html: marker,
        text: marker,
        headers: "[]",
        message_key: "m-1",
      }),
    ],
  ];
  await testing.database.pool.query(
    "update workspace set name = $2, sender_name = $2, postal_address = $2 where id = $1",
    [workspaceId, `${marker} workspace`],
  );
  for (const [table, row] of rows) await insert(testing, table, row);
  return world;
}

async function insert(testing: TestDatabase, table: string, row: Row): Promise<void> {
  const names = Object.keys(row);
  const values = Object.values(row).map((value) => (isJson(value) ? JSON.stringify(value) : value));
  const list = (of: (name: string, place: number) => string) => names.map(of).join(", ");
  await testing.database.pool.query(
    `insert into "${table}" (${list((name) => `"${name}"`)}) values (${list((_, place) => `$${place + 1}`)})`,
    values,
  );
}

function isJson(value: unknown): boolean {
  return value !== null && typeof value === "object" && !(value instanceof Date) && !Array.isArray(value);
}

function documentOf(marker: string): JourneyDocument {
  return journeyDocument.parse({
    schema: 1,
    name: `${marker} journey`,
    subject: "person",
    measure: { primary: { name: `${marker} goal`, when: { type: "event", event: "go_live" } } },
    entry: { trigger: { type: "event", event: "signed_up" } },
    states: [{ id: "first", name: `${marker} state` }],
    steps: [
      { id: "start", state: "first", name: `${marker} start`, kind: "entry" },
      {
        id: "welcome",
        state: "first",
        name: `${marker} welcome`,
        kind: "message",
        config: { content: { subject: marker, body: `<p>${marker} {{ person.name }}</p>` } },
      },
      { id: "end", state: "first", name: `${marker} end`, kind: "exit", config: { outcome: "success" } },
    ],
    paths: [
      { from: "start", port: "next", to: "welcome" },
      { from: "welcome", port: "sent", to: "end" },
      { from: "welcome", port: "not_sent", to: "end" },
    ],
  });
}

function lifecycleOf(marker: string): JourneyDocument {
  const shipped = lifecycleDocument();
  return {
    ...shipped,
    name: `${marker} lifecycle`,
    states: shipped.states.map((state) => ({ ...state, name: `${marker} ${state.name}` })),
  };
}
