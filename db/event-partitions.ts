import type pg from "pg";

const MONTHS_BACK = 20;
const MONTHS_AHEAD = 3;

/** Monthly partitions of `event`, from 20 months before `today` to 3 after, and one for the rest. */
export async function ensureEventPartitions(client: pg.ClientBase, today: Date): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'event'::regclass",
  );
  const existing = new Set(rows.map((row) => row.name));
  for (let month = -MONTHS_BACK; month <= MONTHS_AHEAD; month++) {
    const from = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + month, 1));
    const to = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + month + 1, 1));
    const name = `event_${from.toISOString().slice(0, 7).replace("-", "_")}`;
    if (existing.has(name)) continue;
    await client.query(
      `create table ${name} partition of event for values from ('${from.toISOString()}') to ('${to.toISOString()}')`,
    );
  }
  if (!existing.has("event_other")) await client.query("create table event_other partition of event default");
}
