import PostalMime from "postal-mime";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deliverDue } from "@/lib/engine/deliver/deliver";
import { type DeliveryWorld, openDeliveryWorld } from "@/lib/engine/deliver/testing/delivery-world";
import { bucketOf } from "@/lib/hash/bucket-of";
import { signLink } from "@/lib/links/link-token";
import { optOut, readOptOut, readPreferences, savePreferences } from "@/lib/services/links/preferences";
import { recordClick, recordOpen } from "@/lib/services/links/record-engagement";

const SENT = Date.parse("2026-11-16T12:00:00Z");
const browser = { "user-agent": "Mozilla/5.0 Chrome/142", accept: "text/html", "accept-language": "en" };
let world: DeliveryWorld;
beforeAll(async () => {
  world = await openDeliveryWorld();
});
afterAll(() => world.close());

function linkWorld(afterMs = 60_000) {
  return { database: world.database, now: () => new Date(SENT + afterMs) };
}

/** Deliver one message and take its links from the mail that arrived. */
async function mailed(values: Record<string, unknown> = {}) {
  const person = await world.addPerson();
  const id = await world.addMessage(person, values);
  world.mails.length = 0;
  await deliverDue({
    database: world.database,
    channels: world.channels,
    now: () => new Date(SENT),
    workspaceId: world.workspaceId,
    bucket: bucketOf(person),
  });
  const mail = await PostalMime.parse(world.mails[0] ?? "");
  const token = (path: string) =>
    new RegExp(`http://waymark\\.test/${path}/([\\w-]+)`).exec(mail.html ?? "")?.[1] ?? "";
  return { person, id, click: token("l"), open: token("o"), unsubscribe: token("u"), preferences: token("p") };
}

const consents = (person: string) =>
  world.database.transaction(world.workspaceId, (tx) =>
    tx.query(
      "select channel, purpose, state from consent where bucket = $1 and person_id = $2 order by channel, purpose",
      [bucketOf(person), person],
    ),
  );
const itemsAbout = async (kind: string, person: string) =>
  (await world.inbox(kind)).filter((one) => one.subject_id === person).map((one) => one.payload);

test("a person's click leads on, is noted once, and is told to the journey once", async () => {
  const mail = await mailed();
  for (let i = 0; i < 2; i++)
    expect(await recordClick(linkWorld(), mail.click, { method: "GET", headers: browser })).toBe(
      "https://example.com/a?b=1&c=2",
    );
  expect(await world.row(mail.person, mail.id)).toMatchObject({ clicked_at: new Date(SENT + 60_000) });
  expect(await itemsAbout("engaged", mail.person)).toMatchObject([{ how: "clicked", messageId: mail.id }]);
});

test("ten clicks at once are one engagement", async () => {
  const mail = await mailed();
  await Promise.all(
    Array.from({ length: 10 }, () => recordClick(linkWorld(), mail.click, { method: "GET", headers: browser })),
  );
  expect(await itemsAbout("engaged", mail.person)).toHaveLength(1);
});

test("a scanner is led on as well, and counts as nothing but a written decision", async () => {
  const mail = await mailed();
  expect(await recordClick(linkWorld(), mail.click, { method: "HEAD", headers: browser })).toBe(
    "https://example.com/a?b=1&c=2",
  );
  expect(await recordClick(linkWorld(200), mail.click, { method: "GET", headers: browser })).not.toBeNull();
  expect(await world.row(mail.person, mail.id)).toMatchObject({ clicked_at: null });
  expect(await itemsAbout("engaged", mail.person)).toEqual([]);
  const decisions = await world.database.transaction(world.workspaceId, (tx) =>
    tx.query<{ detail: { why: string } }>(
      "select detail from decision where bucket = $1 and subject_id = $2 order by id",
      [bucketOf(mail.person), mail.person],
    ),
  );
  expect(decisions.map((one) => one.detail.why)).toEqual(["method", "too_fast"]);
});

test("an opened mail is noted; a proxy's look is not", async () => {
  const mail = await mailed();
  expect(
    await recordOpen(linkWorld(), mail.open, { method: "GET", headers: { "user-agent": "GoogleImageProxy" } }),
  ).toBe(true);
  expect(await world.row(mail.person, mail.id)).toMatchObject({ opened_at: null });
  expect(
    await recordOpen(linkWorld(), mail.open, { method: "GET", headers: { "user-agent": "Thunderbird/140" } }),
  ).toBe(true);
  expect(await world.row(mail.person, mail.id)).toMatchObject({ opened_at: new Date(SENT + 60_000) });
});

test("a click on an uncertain message proves that it arrived", async () => {
  const mail = await mailed();
  await world.database.transaction(world.workspaceId, (tx) =>
    tx.query("update message set status = 'uncertain', sent_at = null where bucket = $1 and id = $2", [
      bucketOf(mail.person),
      mail.id,
    ]),
  );
  await recordClick(linkWorld(), mail.click, { method: "GET", headers: browser });
  expect(await world.row(mail.person, mail.id)).toMatchObject({ status: "sent", sent_at: new Date(SENT + 60_000) });
});

test("looking at the unsubscribe page changes nothing; answering it refuses at once and tells the journeys", async () => {
  const mail = await mailed();
  expect(await readOptOut(linkWorld(), mail.unsubscribe)).toMatchObject({
    isDone: false,
    purpose: "marketing",
    senderName: "Acme",
  });
  expect(await consents(mail.person)).toEqual([]);
  expect(await itemsAbout("consent", mail.person)).toEqual([]);
  expect(await optOut(linkWorld(), mail.unsubscribe)).toMatchObject({ isDone: true });
  expect(await consents(mail.person)).toEqual([{ channel: "email", purpose: "marketing", state: "refused" }]);
  expect(await itemsAbout("consent", mail.person)).toMatchObject([
    { channel: "email", purpose: "marketing", state: "refused", allMarketing: false },
  ]);
  expect(await world.row(mail.person, mail.id)).toMatchObject({ unsubscribed_at: new Date(SENT + 60_000) });
  const next = await world.addMessage(mail.person);
  await deliverDue({
    database: world.database,
    channels: world.channels,
    now: () => new Date(SENT),
    workspaceId: world.workspaceId,
    bucket: bucketOf(mail.person),
  });
  expect(await world.row(mail.person, next)).toMatchObject({ status: "cancelled", reason_code: "consent.refused" });
});

test("preferences: only what was changed is written", async () => {
  const mail = await mailed();
  const before = await readPreferences(linkWorld(), mail.preferences);
  expect(before?.preferences).toEqual([
    { channel: "email", purpose: "marketing", isOn: false },
    { channel: "email", purpose: "service", isOn: true },
  ]);
  await savePreferences(linkWorld(), mail.preferences, { on: new Set(["email:service"]), noMarketing: false });
  expect(await consents(mail.person)).toEqual([]);
  const after = await savePreferences(linkWorld(), mail.preferences, {
    on: new Set(["email:marketing"]),
    noMarketing: false,
  });
  expect(after?.preferences.map((one) => one.isOn)).toEqual([true, false]);
  expect(await consents(mail.person)).toMatchObject([
    { purpose: "marketing", state: "granted" },
    { purpose: "service", state: "refused" },
  ]);
});

test("all marketing refuses it on every channel", async () => {
  const mail = await mailed();
  await savePreferences(linkWorld(), mail.preferences, { on: new Set(["email:marketing"]), noMarketing: true });
  const written = await consents(mail.person);
  expect(written).toHaveLength(7);
  expect(written.every((one) => one.state === "refused" && one.purpose === "marketing")).toBe(true);
  expect((await itemsAbout("consent", mail.person)).every((one) => one.allMarketing === true)).toBe(true);
});

test("a test message's links change nothing", async () => {
  const mail = await mailed({ inputs: JSON.stringify({ isTest: true }), enrollment_id: null });
  expect(await optOut(linkWorld(), mail.unsubscribe)).toMatchObject({ isTest: true });
  await recordClick(linkWorld(), mail.click, { method: "GET", headers: browser });
  expect(await consents(mail.person)).toEqual([]);
  expect(await itemsAbout("engaged", mail.person)).toEqual([]);
});

test("a token changed, made with another secret, for another purpose, workspace or message opens nothing", async () => {
  const mail = await mailed();
  const other = await world.testing.addWorkspace();
  const base = { kind: "unsubscribe" as const, bucket: bucketOf(mail.person), messageId: mail.id, target: "" };
  const wrong = [
    `${mail.unsubscribe.slice(0, -2)}AA`,
    mail.click,
    signLink({ ...base, workspaceId: world.workspaceId }, "guessed"),
    signLink({ ...base, workspaceId: other }, "guessed"),
    "",
    "%00",
  ];
  for (const token of wrong) expect(await optOut(linkWorld(), token)).toBeNull();
  expect(await recordClick(linkWorld(), mail.open, { method: "GET", headers: browser })).toBeNull();
  expect(await consents(mail.person)).toEqual([]);
});
