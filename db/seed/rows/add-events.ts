import { dayOf } from "@/db/seed/account-review";
import { type RowSet, time } from "@/db/seed/rows/row-set";
import type { Household } from "@/db/seed/story/tell-story";

/** Events in their bucket, and what the account keeps of them by day (RULES S20). */
export function addEvents(rows: RowSet, { account, events }: Household): void {
  const days = new Map<string, { day: string; name: string; count: number; persons: Set<string> }>();
  for (const event of events) {
    const at = time(event.atMs);
    rows.addHot("event", event.bucket, {
      id: event.id,
      received_at: at,
      happened_at: at,
      type: "track",
      name: event.name,
      person_id: event.person?.id ?? null,
      account_id: account.id,
      properties: event.properties,
    });
    const day = dayOf(event.atMs);
    const key = `${day} ${event.name}`;
    const sum = days.get(key) ?? { day, name: event.name, count: 0, persons: new Set<string>() };
    sum.count++;
    if (event.person) sum.persons.add(event.person.id);
    days.set(key, sum);
  }
  for (const { day, name, count, persons } of days.values()) {
    rows.addHot("account_day", account.bucket, { account_id: account.id, day, name, count, persons: [...persons] });
  }
}
