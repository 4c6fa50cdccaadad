import { lockConsent } from "@/db/queries/consent/lock-consent";
import type { Tx } from "@/db/transaction";

export interface ConsentChoice {
  channel: string;
  purpose: string;
  state: "granted" | "refused";
}

/** Write a person's choices with their proof. Whoever claims a message after this commits has seen them. */
export async function writeConsents(
  tx: Tx,
  input: {
    bucket: number;
    personId: string;
    choices: readonly ConsentChoice[];
    source: string;
    wording: string;
    at: Date;
  },
): Promise<void> {
  await lockConsent(tx, input.bucket, "alone");
  await tx.query(
    `insert into consent (bucket, workspace_id, person_id, channel, purpose, state, source, wording, at)
     select $1, $2, $3, t.channel, t.purpose, t.state, $7, $8, $9 from unnest($4::text[], $5::text[], $6::text[]) t (channel, purpose, state)
     on conflict (bucket, workspace_id, person_id, channel, purpose) do update
       set state = excluded.state, source = excluded.source, wording = excluded.wording, at = excluded.at`,
    [
      input.bucket,
      tx.workspaceId,
      input.personId,
      input.choices.map((one) => one.channel),
      input.choices.map((one) => one.purpose),
      input.choices.map((one) => one.state),
      input.source,
      input.wording,
      input.at,
    ],
    "write-consents",
  );
}
