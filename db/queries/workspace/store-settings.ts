import type { Tx } from "@/db/transaction";
import type { WorkspaceSettings } from "@/lib/contract/workspace/workspace-verbs";

const columns = `name, zone, region, sender_name as "senderName", sender_address as "senderAddress", postal_address as "postalAddress"`;

export async function loadSettings(tx: Tx, { lock = false } = {}): Promise<WorkspaceSettings | null> {
  const [row] = await tx.query<WorkspaceSettings & Record<string, unknown>>(
    `select ${columns} from workspace where id = $1${lock ? " for update" : ""}`,
    [tx.workspaceId],
  );
  return row ?? null;
}

export async function storeSettings(tx: Tx, settings: WorkspaceSettings): Promise<void> {
  const { name, zone, region, senderName, senderAddress, postalAddress } = settings;
  await tx.query(
    "update workspace set name = $2, zone = $3, region = $4, sender_name = $5, sender_address = $6, postal_address = $7 where id = $1",
    [tx.workspaceId, name, zone, region, senderName, senderAddress, postalAddress],
  );
}
