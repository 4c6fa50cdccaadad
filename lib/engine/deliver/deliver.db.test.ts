import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { lockConsent } from "@/db/queries/consent/lock-consent";
import type { Channel, RenderedEmail } from "@/lib/contract/channel";
import { openSmtp } from "@/lib/channels/email/email-smtp";
import type { OpenChannels } from "@/lib/channels/open-channels";
import { ATTEMPTS_MAX, LEASE_MS } from "@/lib/engine/deliver/delivery-limits";
import { deliverDue } from "@/lib/engine/deliver/deliver";
import { type DeliveryWorld, openDeliveryWorld } from "@/lib/engine/deliver/testing/delivery-world";
import { bucketOf } from "@/lib/hash/bucket-of";

const START = new Date("2026-11-16T12:00:00Z");
let world: DeliveryWorld;
let nowMs: number;

beforeAll(async () => {
  world = await openDeliveryWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  nowMs = START.getTime();
  world.mails.length = 0;
  world.faults.length = 0;
});

function deliver(personId: string, more: { channels?: OpenChannels; leaseMs?: number; now?: () => Date } = {}) {
  return deliverDue({
    database: world.database,
    channels: world.channels,
    now: () => new Date(nowMs),
    workspaceId: world.workspaceId,
    bucket: bucketOf(personId),
    ...more,
  });
}

async function settlements(messageId: string) {
  return (await world.inbox("settled"))
    .filter((one) => one.payload.messageId === messageId)
    .map((one) => one.payload.settlement);
}

test("a queued message goes out once, is recorded as sent, and its journey is told", async () => {
  const person = await world.addPerson({ traits: { plan: "<b>Pro</b>" } });
  const id = await world.addMessage(person);
  expect(await deliver(person)).toEqual({ sent: 1, again: 0, failed: 0, cancelled: 0, uncertain: 0 });
  expect(await deliver(person)).toMatchObject({ sent: 0 });
  expect(world.mails).toHaveLength(1);
  const row = await world.row(person, id);
  expect(row).toMatchObject({
    status: "sent",
    attempt: 1,
    sent_at: START,
    due_at: null,
    lease_until: null,
    inputs: { subject: "Hi Ann" },
  });
  expect(await settlements(id)).toEqual([{ outcome: "accepted" }]);
});

test("the mail carries text and HTML, escaped values, tracked links and the ways out", async () => {
  const person = await world.addPerson({ traits: { plan: "<b>Pro</b>" } });
  await world.addMessage(person);
  await deliver(person);
  const mail = await PostalMime.parse(world.mails[0] ?? "");
  const header = (name: string) => mail.headers.find((one) => one.key === name)?.value;
  expect(mail.subject).toBe("Hi Ann");
  expect(mail.from).toMatchObject({ name: "Acme", address: "hello@acme.test" });
  expect(mail.html).toContain("&lt;b&gt;Pro&lt;/b&gt;");
  expect(mail.html).toContain('href="http://waymark.test/l/');
  expect(mail.html).not.toContain("https://example.com/a");
  expect(mail.html).toContain("Main St 1");
  expect(mail.text).toContain("Dear Ann Lee");
  expect(mail.text).toContain("Unsubscribe: http://waymark.test/u/");
  expect(header("list-unsubscribe")).toMatch(/^<http:\/\/waymark\.test\/u\/[\w-]+>$/);
  expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
});

test("a transactional mail has no way out to click, and none in its headers", async () => {
  const person = await world.addPerson();
  await world.addMessage(person, { purpose: "transactional" });
  await deliver(person);
  expect(world.mails[0]).not.toMatch(/List-Unsubscribe|\/u\//);
});

test("a refusal fails it, gives its place back and tells the account", async () => {
  const person = await world.addPerson();
  const id = await world.addMessage(person);
  world.faults.push(550);
  expect(await deliver(person)).toMatchObject({ failed: 1 });
  const row = await world.row(person, id);
  expect(row).toMatchObject({ status: "failed", reason_code: "smtp.refused", counted_at: null });
  expect(await settlements(id)).toMatchObject([{ outcome: "not_sent", code: "smtp.refused" }]);
  const returned = (await world.inbox("returned")).filter((one) => one.payload.key === row.key);
  expect(returned).toMatchObject([{ bucket: bucketOf(world.accountId), subject_id: world.accountId }]);
});

test.each([421, 450] as const)("%i is tried again later, and the bucket wakes for it", async (fault) => {
  const person = await world.addPerson();
  const id = await world.addMessage(person);
  world.faults.push(fault);
  expect(await deliver(person)).toMatchObject({ again: 1 });
  const row = await world.row(person, id);
  expect(row).toMatchObject({ status: "queued", attempt: 1 });
  const dueAt = row.due_at as Date;
  expect(dueAt.getTime()).toBeGreaterThan(nowMs);
  const [due] = await world.database.outside((tx) =>
    tx.query<{ due_at: Date }>(
      "select due_at from bucket_due where workspace_id = $1 and bucket = $2 and work = 'deliver'",
      [world.workspaceId, bucketOf(person)],
    ),
  );
  expect(due?.due_at).toEqual(dueAt);
  expect(await deliver(person)).toMatchObject({ sent: 0 });
  nowMs = dueAt.getTime();
  expect(await deliver(person)).toMatchObject({ sent: 1 });
  expect(await settlements(id)).toEqual([{ outcome: "accepted" }]);
});

test("after the last attempt it fails", async () => {
  const person = await world.addPerson();
  const id = await world.addMessage(person);
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
    world.faults.push(450);
    await deliver(person);
    nowMs += 2 * 60 * 60_000;
  }
  expect(await world.row(person, id)).toMatchObject({
    status: "failed",
    attempt: ATTEMPTS_MAX,
    reason_detail: { attempts: ATTEMPTS_MAX },
  });
  expect(await deliver(person)).toMatchObject({ sent: 0 });
});

test("a drop after the data is uncertain for marketing: never sent again, and the journey goes on", async () => {
  const person = await world.addPerson();
  const id = await world.addMessage(person);
  world.faults.push("drop");
  expect(await deliver(person)).toMatchObject({ uncertain: 1 });
  nowMs += 86_400_000;
  await deliver(person);
  expect(world.mails).toHaveLength(1);
  expect(await world.row(person, id)).toMatchObject({ status: "uncertain", reason_code: "smtp.no_answer" });
  expect(await settlements(id)).toEqual([{ outcome: "accepted" }]);
});

test("a drop after the data is sent again for a transactional mail, under the same Message-ID and flagged", async () => {
  const person = await world.addPerson();
  const id = await world.addMessage(person, { purpose: "transactional" });
  world.faults.push("drop");
  expect(await deliver(person)).toMatchObject({ again: 1 });
  expect(await world.row(person, id)).toMatchObject({ status: "queued", reason_detail: { mayBeDoubled: true } });
  nowMs += 60_000;
  expect(await deliver(person)).toMatchObject({ sent: 1 });
  const ids = world.mails.map((mail) => /^Message-ID: (.*)$/im.exec(mail)?.[1]);
  expect(ids).toHaveLength(2);
  expect(ids[0]).toBe(ids[1]);
});

test("a server that says nothing after the data is uncertain", async () => {
  const person = await world.addPerson();
  const id = await world.addMessage(person);
  world.faults.push("hang");
  const email = openSmtp({ url: world.smtpUrl, timeoutMs: 300 });
  expect(await deliver(person, { channels: { ...world.channels, email } })).toMatchObject({ uncertain: 1 });
  await email.close();
  expect(await world.row(person, id)).toMatchObject({ status: "uncertain" });
});

test("nobody listens: tried again, nothing uncertain", async () => {
  const person = await world.addPerson();
  const id = await world.addMessage(person);
  const email = openSmtp({ url: "smtp://127.0.0.1:9" });
  expect(await deliver(person, { channels: { ...world.channels, email } })).toMatchObject({ again: 1 });
  await email.close();
  expect(await world.row(person, id)).toMatchObject({ status: "queued", reason_code: "smtp.unreachable" });
});

test("a worker that dies between sending and recording leaves an uncertain message, found after its lease", async () => {
  const person = await world.addPerson();
  const id = await world.addMessage(person);
  const dead: Channel<RenderedEmail> = {
    ...world.channels.email,
    send: (mail, key) => world.channels.email.send(mail, key).then(() => new Promise(() => undefined)),
  };
  void deliver(person, { channels: { ...world.channels, email: dead } });
  await expect.poll(() => world.mails.length).toBe(1);
  expect(await world.row(person, id)).toMatchObject({ status: "sending", attempt: 1 });
  nowMs += LEASE_MS - 1_000;
  expect(await deliver(person)).toMatchObject({ uncertain: 0, sent: 0 });
  nowMs += 2_000;
  expect(await deliver(person)).toMatchObject({ uncertain: 1 });
  expect(await world.row(person, id)).toMatchObject({ status: "uncertain", reason_code: "worker.lost" });
  expect(world.mails).toHaveLength(1);
});

test("a frozen worker that completes late changes nothing", async () => {
  const person = await world.addPerson();
  const id = await world.addMessage(person, { purpose: "transactional" });
  let thaw: () => void = () => undefined;
  const frozen = new Promise<void>((resolve) => {
    thaw = resolve;
  });
  const slow: Channel<RenderedEmail> = {
    ...world.channels.email,
    send: () => frozen.then(() => ({ outcome: "refused", code: "late", detail: {} })),
  };
  const late = deliver(person, { channels: { ...world.channels, email: slow } });
  await expect.poll(async () => (await world.row(person, id)).status).toBe("sending");
  nowMs += LEASE_MS + 1_000;
  await deliver(person);
  nowMs += 60_000;
  expect(await deliver(person)).toMatchObject({ sent: 1 });
  thaw();
  expect(await late).toMatchObject({ failed: 0 });
  expect(await world.row(person, id)).toMatchObject({ status: "sent", attempt: 2 });
  expect(await settlements(id)).toEqual([{ outcome: "accepted" }]);
});

test("a worker that is slow before sending does not send on a lease that is nearly over", async () => {
  const person = await world.addPerson();
  const id = await world.addMessage(person);
  let reads = 0;
  const jumping = () => new Date(reads++ < 2 ? nowMs : nowMs + LEASE_MS - 1_000);
  expect(await deliver(person, { now: jumping })).toMatchObject({ again: 1 });
  expect(world.mails).toHaveLength(0);
  expect(await world.row(person, id)).toMatchObject({ status: "queued", attempt: 0 });
});

test("four workers on one bucket send each message once", async () => {
  const person = await world.addPerson();
  const ids = await Promise.all(Array.from({ length: 40 }, () => world.addMessage(person)));
  const others = [world.testing.open(), world.testing.open(), world.testing.open()];
  await Promise.all(others.map((one) => one.pool.query("select 1")));
  const counts = await Promise.all(
    [world.database, ...others].map((database) =>
      deliverDue({
        database,
        channels: world.channels,
        now: () => new Date(nowMs),
        workspaceId: world.workspaceId,
        bucket: bucketOf(person),
        limit: 10,
      }),
    ),
  );
  expect(counts.reduce((sum, one) => sum + one.sent, 0)).toBe(40);
  expect(world.mails).toHaveLength(40);
  expect(new Set(world.mails.map((mail) => /^X-Waymark-Message: (.*)$/im.exec(mail)?.[1]?.trim())).size).toBe(
    ids.length,
  );
});

test("who unsubscribed before the claim gets nothing; transactional mail still goes", async () => {
  const person = await world.addPerson();
  const [offer, receipt] = [
    await world.addMessage(person),
    await world.addMessage(person, { purpose: "transactional" }),
  ];
  await world.refuse(person, "email", "marketing");
  expect(await deliver(person)).toMatchObject({ cancelled: 1, sent: 1 });
  expect(await world.row(person, offer)).toMatchObject({
    status: "cancelled",
    reason_code: "consent.refused",
    counted_at: null,
    attempt: 0,
  });
  expect(await settlements(offer)).toMatchObject([{ outcome: "not_sent", code: "consent.refused" }]);
  expect(await world.row(person, receipt)).toMatchObject({ status: "sent" });
});

test("a claim waits for a refusal that is being written, and then sees it", async () => {
  const person = await world.addPerson();
  await world.addMessage(person);
  let commit: () => void = () => undefined;
  const open = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let locked: () => void = () => undefined;
  const hasLock = new Promise<void>((resolve) => {
    locked = resolve;
  });
  const refusing = world.testing.open().transaction(world.workspaceId, async (tx) => {
    await lockConsent(tx, bucketOf(person), "alone");
    locked();
    await open;
    await tx.query(
      "insert into consent (bucket, workspace_id, person_id, channel, purpose, state, source, at) values ($1, $2, $3, 'email', 'marketing', 'refused', 'test', now())",
      [bucketOf(person), world.workspaceId, person],
    );
  });
  await hasLock;
  const delivering = deliver(person);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(world.mails).toHaveLength(0);
  commit();
  await refusing;
  expect(await delivering).toMatchObject({ cancelled: 1, sent: 0 });
});

test("at night an automated message on a quiet channel waits for the morning", async () => {
  nowMs = Date.parse("2026-11-16T22:30:00Z");
  const person = await world.addPerson({ zone: "Europe/Berlin" });
  const id = await world.addMessage(person, { channel: "push" });
  await deliver(person);
  expect(await world.row(person, id)).toMatchObject({
    status: "queued",
    reason_code: "quiet_hours",
    due_at: new Date("2026-11-17T07:00:00Z"),
    attempt: 0,
  });
});

test("a person without an address, a step that is gone, a channel that is not set up: failed with the reason", async () => {
  const [nobody, person] = [await world.addPerson({ email: null }), await world.addPerson()];
  const cases = [
    [nobody, await world.addMessage(nobody), "address.missing"],
    [person, await world.addMessage(person, { step_id: "gone" }), "content.missing"],
    [person, await world.addMessage(person, { channel: "sms", is_automated: false }), "channel.unavailable"],
  ] as const;
  await deliver(nobody);
  await deliver(person);
  for (const [whose, id, code] of cases)
    expect(await world.row(whose, id)).toMatchObject({ status: "failed", reason_code: code, counted_at: null });
});

test("a template that never ends fails its own message, and the next one goes out", async () => {
  const person = await world.addPerson();
  const [bomb, good] = [await world.addMessage(person, { step_id: "bomb" }), await world.addMessage(person)];
  expect(await deliver(person)).toMatchObject({ failed: 1, sent: 1 });
  expect((await world.row(person, bomb)).reason_code).toMatch(/^liquid\./);
  expect(await world.row(person, good)).toMatchObject({ status: "sent" });
});

test("an in-app message is delivered by being there, with what it shows", async () => {
  const person = await world.addPerson();
  const id = await world.addMessage(person, { channel: "in_app" });
  expect(await deliver(person)).toMatchObject({ sent: 1 });
  expect(await world.row(person, id)).toMatchObject({
    status: "sent",
    inputs: { shown: { subject: "Hi Ann", callToAction: null } },
  });
});

test("a webhook carries the message's key, and a repeat after silence carries the same", async () => {
  const keys: unknown[] = [];
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      keys.push(request.headers["webhook-id"]);
      bodies.push(body);
      if (keys.length === 1) request.socket.destroy();
      else response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const person = await world.addPerson({
    traits: { hook: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in` },
  });
  const id = await world.addMessage(person, {
    channel: "webhook",
    purpose: "service",
    step_id: "hook",
    account_bucket: null,
  });
  expect(await deliver(person)).toMatchObject({ again: 1 });
  nowMs += 60_000;
  expect(await deliver(person)).toMatchObject({ sent: 1 });
  server.close();
  expect(keys).toEqual([`key ${id}`, `key ${id}`]);
  expect(JSON.parse(bodies[1] ?? "")).toEqual({ name: "Ann Lee" });
});

test("a wake-up during a pass is not overwritten by its end", async () => {
  const person = await world.addPerson();
  await world.addMessage(person);
  let later = "";
  const email: Channel<RenderedEmail> = {
    ...world.channels.email,
    async send(mail, key) {
      if (!later) later = await world.addMessage(person);
      return world.channels.email.send(mail, key);
    },
  };
  await deliver(person, { channels: { ...world.channels, email } });
  const [due] = await world.database.outside((tx) =>
    tx.query<{ due_at: Date | null }>(
      "select due_at from bucket_due where workspace_id = $1 and bucket = $2 and work = 'deliver'",
      [world.workspaceId, bucketOf(person)],
    ),
  );
  expect(due?.due_at).not.toBeNull();
  expect(await deliver(person)).toMatchObject({ sent: 1 });
});

test("another workspace's messages are not touched", async () => {
  const other = await world.testing.addWorkspace();
  const person = await world.addPerson();
  const id = await world.addMessage(person);
  await deliverDue({
    database: world.database,
    channels: world.channels,
    now: () => new Date(nowMs),
    workspaceId: other,
    bucket: bucketOf(person),
  });
  expect(await world.row(person, id)).toMatchObject({ status: "queued" });
});
