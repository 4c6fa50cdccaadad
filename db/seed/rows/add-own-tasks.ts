import { idOf } from "@/lib/hash/id-of";
import { type RowSet, time } from "@/db/seed/rows/row-set";
import { type AccountStory, DAY_MS } from "@/db/seed/story/account-story";

const northwindTasks = [
  {
    type: "meeting",
    title: "Book admin training",
    notes: "Nobody has held it yet; it blocks the habit.",
    dueInDays: 0.75,
    cause: "Added by Carla Jensen",
  },
  {
    type: "email",
    title: "Reply to the CSAT comment",
    notes: "“Fixed in the end, but we heard nothing for four days.”",
    dueInDays: 2.5,
    cause: "Added by Carla Jensen",
  },
  {
    type: "meeting",
    title: "Prepare the QBR deck",
    notes: "Start with weekly active users since the outage.",
    dueInDays: 9,
    cause: "Added by Carla Jensen",
  },
] as const;

/** Tasks an owner added by hand, without a journey. */
export function addOwnTasks(rows: RowSet, account: AccountStory, asOfMs: number): void {
  if (account.slug !== "northwind-freight") return;
  for (const { dueInDays, ...task } of northwindTasks) {
    const key = `own:${account.slug}:${task.title}`;
    rows.addHot("task", account.bucket, {
      ...{ id: idOf("task", key), key, subject_id: account.id, account_id: account.id, person_id: null },
      ...{ journey_id: null, version_id: null, enrollment_id: null, step_id: null, visit: 1 },
      ...{ type: task.type, title: task.title, notes: task.notes, owner_id: account.ownerId, status: "open" },
      ...{
        due_at: time(asOfMs + dueInDays * DAY_MS),
        keep_open: true,
        cause: task.cause,
        outcome: null,
        closed_at: null,
        closed_by: null,
      },
      created_at: time(asOfMs - 3 * DAY_MS),
    });
  }
}
