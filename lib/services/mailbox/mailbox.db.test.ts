import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addMailboxMessage, trimMailbox } from "@/db/queries/mailbox/add-mailbox-message";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { openSmtp } from "@/lib/channels/email/email-smtp";
import { type Mailbox, openMailbox } from "@/lib/channels/mailbox/mailbox-server";
import type { Role } from "@/lib/contract/contract";
import { deliverDue } from "@/lib/engine/deliver/deliver";
import { openChannels } from "@/lib/channels/open-channels";
import { bucketOf } from "@/lib/hash/bucket-of";
import type { Ctx } from "@/lib/services/ctx";
import { keepMail } from "@/lib/services/mailbox/keep-mail";
import { listMailbox } from "@/lib/services/mailbox/list-mailbox";
import { readMailboxMessage } from "@/lib/services/mailbox/read-mailbox-message";
import { previewMessage } from "@/lib/services/message/preview-message";
import { sendTest } from "@/lib/services/message/send-test";

let testing: TestDatabase;
let mailbox: Mailbox;
beforeAll(async () => {
  testing = await openTestDatabase();
  mailbox = await openMailbox(keepMail(testing.database));
});
afterAll(async () => {
  await mailbox.close();
  await testing.drop();
});

const userId = randomUUID();
function ctxOf(workspaceId: string, role: Role = "marketer"): Ctx {
  return {
    workspaceId,
    actor: { kind: "user", userId, name: "Max", email: "max@acme.test", role },
    database: testing.database,
    now: () => new Date(),
    newId: randomUUID,
  };
}

async function send(workspaceId: string, subject: string, url = mailbox.url) {
  const smtp = openSmtp({ url });
  const delivered = await smtp.send(
    {
      workspaceId,
      from: { name: "Acme", address: "hello@acme.test" },
      to: { name: "Ann", address: "ann@example.com" },
      subject,
      html: "<p>Grüße</p>",
      text: "Grüße",
      messageId: `${randomUUID()}@acme.test`,
      headers: { "List-Unsubscribe": "<https://x.test/u/1>" },
    },
    "k",
  );
  await smtp.close();
  return delivered;
}

test("mail that came over SMTP is listed, found and read, in its workspace only", async () => {
  const [mine, other] = [await testing.addWorkspace(), await testing.addWorkspace()];
  expect(await send(mine, "Hello 100%")).toMatchObject({ outcome: "accepted" });
  await send(mine, "Second");
  const { entries } = await listMailbox(ctxOf(mine), {});
  expect(entries.map((one) => one.subject)).toEqual(["Second", "Hello 100%"]);
  expect((await listMailbox(ctxOf(mine), { search: "100%" })).entries).toHaveLength(1);
  expect((await listMailbox(ctxOf(mine), { search: "ann@" })).entries).toHaveLength(2);
  expect((await listMailbox(ctxOf(mine), { search: "%x%" })).entries).toHaveLength(0);
  const mailId = entries[1]?.id ?? "";
  expect(await readMailboxMessage(ctxOf(mine), { mailId })).toMatchObject({
    subject: "Hello 100%",
    to: "Ann <ann@example.com>",
    text: expect.stringContaining("Grüße"),
    html: expect.stringContaining("<p>Grüße</p>"),
  });
  expect((await listMailbox(ctxOf(other), {})).entries).toEqual([]);
  await expect(readMailboxMessage(ctxOf(other), { mailId })).rejects.toMatchObject({ code: "not_found" });
});

test("pages of the list join without gap or double", async () => {
  const ws = await testing.addWorkspace();
  for (let i = 0; i < 5; i++) await send(ws, `n${i}`);
  const first = await listMailbox(ctxOf(ws), { limit: 3 });
  const second = await listMailbox(ctxOf(ws), { limit: 3, ...(first.nextBefore ? { before: first.nextBefore } : {}) });
  expect([...first.entries, ...second.entries].map((one) => one.subject)).toEqual(["n4", "n3", "n2", "n1", "n0"]);
  expect(second.nextBefore).toBeNull();
});

test("mail for no workspace, and from somebody without the password, is refused", async () => {
  expect(await send(randomUUID(), "lost")).toMatchObject({ outcome: "refused" });
  const url = new URL(mailbox.url);
  url.password = "guessed";
  expect(await send(await testing.addWorkspace(), "x", url.toString())).toMatchObject({
    outcome: "retry",
    code: "smtp.auth",
  });
});

test("only the newest are kept", async () => {
  const ws = await testing.addWorkspace();
  await testing.database.transaction(ws, async (tx) => {
    for (let i = 0; i < 6; i++) {
      await addMailboxMessage(tx, {
        id: randomUUID(),
        at: new Date(i * 1000),
        from: "",
        to: "",
        subject: `n${i}`,
        html: "",
        text: "",
        headers: [],
        messageKey: "",
      });
    }
    await trimMailbox(tx, 4);
  });
  expect((await listMailbox(ctxOf(ws), {})).entries.map((one) => one.subject)).toEqual(["n5", "n4", "n3", "n2"]);
});

test("a test goes to who asked for it through row and delivery, and arrives in the built-in mailbox", async () => {
  const ws = await testing.addWorkspace();
  const person = randomUUID();
  await testing.database.transaction(ws, (tx) =>
    tx.query(
      "insert into person (bucket, workspace_id, id, name, email) values ($1, $2, $3, 'Ann Lee', 'ann@example.com')",
      [bucketOf(person), ws, person],
    ),
  );
  const { messageId, to } = await sendTest(ctxOf(ws), {
    content: { subject: "Hi {{ person.name }}", body: "Dear {{ person.name }}" },
    personId: person,
  });
  expect(to).toBe("max@acme.test");
  const channels = await openChannels({ keepMail: keepMail(testing.database), baseUrl: "http://waymark.test" });
  expect(
    await deliverDue({
      database: testing.database,
      channels,
      now: () => new Date(),
      workspaceId: ws,
      bucket: bucketOf(person),
    }),
  ).toMatchObject({ sent: 1 });
  await channels.close();
  expect((await listMailbox(ctxOf(ws), {})).entries).toMatchObject([
    { subject: "[Test] Hi Ann Lee", to: "Max <max@acme.test>" },
  ]);
  const rows = await testing.database.transaction(ws, (tx) =>
    tx.query("select counted_at, is_automated from message where bucket = $1 and id = $2", [
      bucketOf(person),
      messageId,
    ]),
  );
  expect(rows).toEqual([{ counted_at: null, is_automated: false }]);
  await expect(sendTest(ctxOf(ws, "viewer"), { content: {} })).rejects.toMatchObject({ code: "forbidden" });
  await expect(sendTest(ctxOf(await testing.addWorkspace()), { content: {}, personId: person })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a preview fills in a person or a sample and lists the variables they lack", async () => {
  const ws = await testing.addWorkspace();
  const content = {
    subject: "Hi {{ person.name }}",
    body: "<a href='https://example.com/x'>go</a> {{ person.plan }} {{ account.tier }}",
  };
  const preview = await previewMessage(ctxOf(ws, "viewer"), { content, sample: { name: "Ann", plan: "<Pro>" } });
  expect(preview).toMatchObject({ subject: "Hi Ann", unknownVariables: ["account.tier"], problem: null });
  expect(preview.html).toContain("&lt;Pro&gt;");
  expect(preview.html).toContain('href="https://example.com/x"');
  expect(preview.html).not.toContain("/o/");
  expect(await previewMessage(ctxOf(ws), { content: { subject: "", body: "{{ x | nope }}" } })).toMatchObject({
    problem: { part: "body" },
  });
  await expect(previewMessage(ctxOf(ws), { content, personId: randomUUID() })).rejects.toMatchObject({
    code: "not_found",
  });
});
