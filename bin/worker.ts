import { Database } from "@/db/database";
import { openChannels } from "@/lib/channels/open-channels";
import { deliverDue } from "@/lib/engine/deliver/deliver";
import { DocumentCache } from "@/lib/engine/deliver/document-cache";
import { keepHeartbeat } from "@/lib/engine/keep-heartbeat";
import { keepScores } from "@/lib/engine/keep-scores";
import { Worker } from "@/lib/engine/worker";
import { env } from "@/lib/env";
import { log } from "@/lib/http/log";
import { keepMail } from "@/lib/services/mailbox/keep-mail";

const { databaseUrl, smtpUrl, url: baseUrl, localWebhooks: allowLoopbackWebhooks } = env();
if (databaseUrl === undefined)
  throw new Error(
    "DATABASE_URL is not set. A worker needs the database of the start it belongs to: npm start shows both.",
  );

const database = new Database({ url: databaseUrl });
const channels = await openChannels({ smtpUrl, baseUrl, allowLoopbackWebhooks, keepMail: keepMail(database) });
const documents = new DocumentCache();
const onError = (where: string, err: unknown) => log.error({ where, err }, "worker");
const worker = new Worker({
  database,
  deliver: async ({ workspaceId, bucket }) =>
    void (await deliverDue({ database, channels, now: () => new Date(), documents, workspaceId, bucket })),
  onError,
});
await worker.start();
const heartbeat = await keepHeartbeat(database);
const scores = keepScores(database, onError);

async function stop(): Promise<void> {
  await worker.stop();
  await scores.stop();
  await heartbeat.stop();
  await channels.close();
  await database.close();
  process.exit(0);
}
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
