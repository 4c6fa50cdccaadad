import { randomUUID } from "node:crypto";
import { addInbox } from "@/db/queries/inbox/add-inbox";
import type { TestDatabase } from "@/db/testing/test-database";
import type { InboxItem } from "@/lib/contract/inbox-item";
import { PlanCache } from "@/lib/engine/plan-cache";
import { tick } from "@/lib/engine/tick";
import { bucketOf } from "@/lib/hash/bucket-of";
import { type JourneyDocument, journeyDocument } from "@/lib/journey/document";
import type { z } from "zod";

/** A workspace with people, accounts and live journeys on a real database, told as a story by the tests of the engine. */
export class Story {
  readonly plans = new PlanCache();

  private constructor(
    readonly testing: TestDatabase,
    readonly workspaceId: string,
  ) {}

  static async begin(testing: TestDatabase): Promise<Story> {
    return new Story(testing, await testing.addWorkspace());
  }

  private write(text: string, values: unknown[]) {
    return this.testing.database.transaction(this.workspaceId, (tx) => tx.query(text, values));
  }

  async journey(
    document: z.input<typeof journeyDocument>,
    options: { isLifecycle?: boolean } = {},
  ): Promise<{ journeyId: string; versionId: string }> {
    const [journeyId, versionId] = [randomUUID(), randomUUID()];
    const parsed: JourneyDocument = journeyDocument.parse(document);
    await this.write(
      "insert into journey (workspace_id, id, name, status, draft, live_version_id, last_version, is_lifecycle) values ($1, $2, $3, 'live', $4, $5, 1, $6)",
      [this.workspaceId, journeyId, parsed.name, JSON.stringify(parsed), versionId, options.isLifecycle ?? false],
    );
    await this.write(
      "insert into journey_version (workspace_id, id, journey_id, number, document, frozen_at, published_at) values ($1, $2, $3, 1, $4, now(), now())",
      [this.workspaceId, versionId, journeyId, JSON.stringify(parsed)],
    );
    return { journeyId, versionId };
  }

  /** Another version of a live journey takes the place of the one before. */
  async republish(journeyId: string, document: z.input<typeof journeyDocument>): Promise<void> {
    const versionId = randomUUID();
    await this.write(
      `insert into journey_version (workspace_id, id, journey_id, number, document, frozen_at, published_at)
       select workspace_id, $2, id, last_version + 1, $4, now(), now() from journey where workspace_id = $1 and id = $3`,
      [this.workspaceId, versionId, journeyId, JSON.stringify(journeyDocument.parse(document))],
    );
    await this.write(
      "update journey set live_version_id = $2, last_version = last_version + 1 where workspace_id = $1 and id = $3",
      [this.workspaceId, versionId, journeyId],
    );
  }

  async person(
    input: {
      email?: string;
      accountId?: string;
      traits?: Record<string, unknown>;
      consent?: "granted" | "refused" | null;
    } = {},
  ): Promise<string> {
    const id = randomUUID();
    const email = input.email ?? `${id.slice(0, 8)}@people.test`;
    const accountBucket = input.accountId ? bucketOf(input.accountId) : null;
    await this.write(
      "insert into person (bucket, workspace_id, id, external_id, email, traits, account_id, account_bucket) values ($1, $2, $3, $4, $5, $6, $7, $8)",
      [
        bucketOf(id),
        this.workspaceId,
        id,
        id,
        email,
        JSON.stringify(input.traits ?? {}),
        input.accountId ?? null,
        accountBucket,
      ],
    );
    if (input.accountId) {
      await this.write(
        "insert into account_member (bucket, workspace_id, account_id, person_id, person_bucket, joined_at) values ($1, $2, $3, $4, $5, now())",
        [accountBucket, this.workspaceId, input.accountId, id, bucketOf(id)],
      );
    }
    if (input.consent !== null) {
      await this.write(
        "insert into consent (bucket, workspace_id, person_id, channel, purpose, state, source, at) values ($1, $2, $3, 'email', 'marketing', $4, 'test', now())",
        [bucketOf(id), this.workspaceId, id, input.consent ?? "granted"],
      );
    }
    return id;
  }

  async account(input: { name?: string; traits?: Record<string, unknown> } = {}): Promise<string> {
    const id = randomUUID();
    await this.write(
      "insert into account (bucket, workspace_id, id, external_id, name, traits) values ($1, $2, $3, $4, $5, $6)",
      [bucketOf(id), this.workspaceId, id, id, input.name ?? "Acme", JSON.stringify(input.traits ?? {})],
    );
    return id;
  }

  /** An event as ingest would hand it over: the row, and the item in the inbox. */
  async event(
    personId: string,
    name: string,
    properties: Record<string, unknown> = {},
    at = new Date(),
  ): Promise<void> {
    const eventId = randomUUID();
    await this.testing.database.transaction(this.workspaceId, async (tx) => {
      await tx.query(
        "insert into event (bucket, workspace_id, id, received_at, happened_at, type, name, person_id, properties) values ($1, $2, $3, $4, $4, 'track', $5, $6, $7)",
        [bucketOf(personId), this.workspaceId, eventId, at, name, personId, JSON.stringify(properties)],
      );
      const item: InboxItem = {
        kind: "event",
        eventId,
        type: "track",
        name,
        happenedAtMs: at.getTime(),
        receivedAtMs: at.getTime(),
        properties,
        personId,
        accountId: null,
        isHistory: false,
      };
      await addInbox(tx, bucketOf(personId), [{ subjectId: personId, dueAt: at, item }]);
    });
  }

  async post(subjectId: string, item: InboxItem, at = new Date()): Promise<void> {
    await this.testing.database.transaction(this.workspaceId, (tx) =>
      addInbox(tx, bucketOf(subjectId), [{ subjectId, dueAt: at, item }]),
    );
  }

  /** Tick due buckets until nothing is left to do at this moment (letters between buckets included). */
  async settle(at?: Date): Promise<void> {
    for (let round = 0; round < 20; round++) {
      const now = at ?? new Date(Date.now() + 50);
      const due = await this.testing.database.pool.query<{ bucket: number }>(
        "select bucket from bucket_due where workspace_id = $1 and work = 'tick' and due_at <= $2 order by bucket",
        [this.workspaceId, now],
      );
      if (due.rows.length === 0) return;
      for (const { bucket } of due.rows)
        await tick(
          { database: this.testing.database, plans: this.plans },
          { workspaceId: this.workspaceId, bucket, now },
        );
    }
    throw new Error("The engine does not come to rest.");
  }

  async rows<R>(text: string, values: unknown[] = []): Promise<R[]> {
    return this.testing.database.transaction(this.workspaceId, (tx) => tx.query(text, values)) as Promise<R[]>;
  }
}
