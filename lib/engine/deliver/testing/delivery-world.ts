import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import type { Database } from "@/db/database";
import { openTestDatabase, type TestDatabase } from "@/db/testing/test-database";
import { openChannels, type OpenChannels } from "@/lib/channels/open-channels";
import { bucketOf } from "@/lib/hash/bucket-of";
import { journeyDocument } from "@/lib/journey/document";

export const STEP = "hello";

/** What the test's mail server does with the next messages: a reply code, or a fault. */
export type Fault = 250 | 421 | 450 | 550 | "drop" | "hang";

export interface DeliveryWorld {
  testing: TestDatabase;
  database: Database;
  workspaceId: string;
  channels: OpenChannels;
  /** Raw mails the server accepted or saw whole before a fault. */
  mails: string[];
  /** One per mail, then 250. */
  faults: Fault[];
  smtpUrl: string;
  versionId: string;
  accountId: string;
  addPerson(values?: { email?: string | null; traits?: object; zone?: string }): Promise<string>;
  addMessage(personId: string, values?: Record<string, unknown>): Promise<string>;
  row(personId: string, messageId: string): Promise<Record<string, unknown>>;
  inbox(kind: string): Promise<{ bucket: number; subject_id: string; payload: Record<string, unknown> }[]>;
  refuse(personId: string, channel: string, purpose: string): Promise<void>;
  close(): Promise<void>;
}

/** A workspace with one published message step, and a real mail server that misbehaves on request. */
export async function openDeliveryWorld(): Promise<DeliveryWorld> {
  const testing = await openTestDatabase();
  const { database } = testing;
  const workspaceId = await testing.addWorkspace();
  const mails: string[] = [];
  const faults: Fault[] = [];
  const server = await openMailServer(mails, faults);
  const channels = await openChannels({
    keepMail: async () => false,
    smtpUrl: server.url,
    baseUrl: "http://waymark.test",
    allowLoopbackWebhooks: true,
  });
  const [versionId, accountId] = [randomUUID(), randomUUID()];
  await database.transaction(workspaceId, async (tx) => {
    await tx.query(
      "update workspace set sender_name = 'Acme', sender_address = 'hello@acme.test', postal_address = 'Main St 1' where id = $1",
      [workspaceId],
    );
    await tx.query(
      "insert into journey_version (workspace_id, id, journey_id, number, document, frozen_at) values ($1, $2, $3, 1, $4, now())",
      [workspaceId, versionId, randomUUID(), documentJson()],
    );
  });
  return {
    testing,
    database,
    workspaceId,
    channels,
    mails,
    faults,
    smtpUrl: server.url,
    versionId,
    accountId,
    async addPerson({ email, traits = {}, zone } = {}) {
      const id = randomUUID();
      await database.transaction(workspaceId, (tx) =>
        tx.query(
          "insert into person (bucket, workspace_id, id, email, name, zone, traits) values ($1, $2, $3, $4, 'Ann Lee', $5, $6)",
          [
            bucketOf(id),
            workspaceId,
            id,
            email === undefined ? `${id}@example.com` : email,
            zone ?? null,
            JSON.stringify(traits),
          ],
        ),
      );
      return id;
    },
    async addMessage(personId, values = {}) {
      const id = randomUUID();
      const row: Record<string, unknown> = {
        bucket: bucketOf(personId),
        workspace_id: workspaceId,
        id,
        key: `key ${id}`,
        person_id: personId,
        account_id: accountId,
        account_bucket: bucketOf(accountId),
        version_id: versionId,
        enrollment_id: randomUUID(),
        subject_id: personId,
        subject_bucket: bucketOf(personId),
        step_id: STEP,
        channel: "email",
        purpose: "marketing",
        status: "queued",
        due_at: new Date(0),
        counted_at: new Date(0),
        created_at: new Date(0),
        ...values,
      };
      const names = Object.keys(row);
      await database.transaction(workspaceId, async (tx) => {
        await tx.query(
          `insert into message (${names.join(", ")}) values (${names.map((_, i) => `$${i + 1}`).join(", ")})`,
          Object.values(row),
        );
        tx.wake(bucketOf(personId), "deliver");
      });
      return id;
    },
    async row(personId, messageId) {
      const [row] = await database.transaction(workspaceId, (tx) =>
        tx.query("select * from message where bucket = $1 and id = $2", [bucketOf(personId), messageId]),
      );
      if (!row) throw new Error("no such message");
      return row;
    },
    inbox: (kind) =>
      database.transaction(workspaceId, (tx) =>
        tx.query("select bucket, subject_id, payload from inbox where kind = $1 order by id", [kind]),
      ),
    async refuse(personId, channel, purpose) {
      await database.transaction(workspaceId, (tx) =>
        tx.query(
          "insert into consent (bucket, workspace_id, person_id, channel, purpose, state, source, at) values ($1, $2, $3, $4, $5, 'refused', 'test', now())",
          [bucketOf(personId), workspaceId, personId, channel, purpose],
        ),
      );
    },
    async close() {
      await channels.close();
      await server.close();
      await testing.drop();
    },
  };
}

function documentJson(): string {
  return JSON.stringify(
    journeyDocument.parse({
      schema: 1,
      name: "Test",
      subject: "person",
      entry: { trigger: { type: "manual" } },
      states: [{ id: "s", name: "S" }],
      steps: [
        {
          id: STEP,
          state: "s",
          name: "Hello",
          kind: "message",
          config: {
            content: {
              subject: "Hi {{ person.firstName }}",
              body: 'Dear {{ person.name }}, <a href="https://example.com/a?b=1&amp;c=2">look</a> {{ person.plan }}',
            },
          },
        },
        {
          id: "hook",
          state: "s",
          name: "Hook",
          kind: "webhook",
          config: { url: "{{ person.hook }}", body: '{"name":"{{ person.name }}"}' },
        },
        {
          id: "bomb",
          state: "s",
          name: "Bomb",
          kind: "message",
          config: {
            content: {
              subject: "x",
              body: "{% for a in (1..30000) %}{% for b in (1..30000) %}{{ a | times: b }}{% endfor %}{% endfor %}",
            },
          },
        },
      ],
      paths: [],
    }),
  );
}

async function openMailServer(mails: string[], faults: Fault[]): Promise<{ url: string; close(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const fault = faults.shift() ?? 250;
        if (fault === 250 || fault === "drop" || fault === "hang") mails.push(Buffer.concat(chunks).toString());
        if (fault === 250) return done();
        if (fault === "hang") return;
        if (fault === "drop") {
          for (const one of server.connections as Set<{
            session: { id: string };
            close(): void;
            _socket: { destroy(): void };
          }>) {
            if (one.session.id === session.id) one._socket.destroy();
          }
          return;
        }
        done(Object.assign(new Error("no"), { responseCode: fault }));
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
