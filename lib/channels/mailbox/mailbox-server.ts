import { randomBytes, randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import PostalMime, { type Address } from "postal-mime";
import { SMTPServer } from "smtp-server";
import type { MailboxMessage } from "@/lib/contract/mailbox/mail";

const MAIL_MAX_BYTES = 5 * 1024 * 1024;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Keep one mail; false when there is no such workspace. */
export type KeepMail = (workspaceId: string, mail: MailboxMessage) => Promise<boolean>;

export interface Mailbox {
  /** Where to send to, with this process's own password: nobody else on the machine can put mail in. */
  url: string;
  close(): Promise<void>;
}

/** The built-in mailbox: a real SMTP server on a loopback port that keeps what it gets for the workspace named in the
 * header X-Waymark-Workspace. 250 only after it was kept, as a mail server should. */
export async function openMailbox(
  keep: KeepMail,
  { port = 0, now = () => new Date() }: { port?: number; now?: () => Date } = {},
): Promise<Mailbox> {
  const password = randomBytes(18).toString("base64url");
  const take = async (raw: Buffer) => {
    const mail = await PostalMime.parse(raw);
    const workspaceId = (mail.headers.find((one) => one.key === "x-waymark-workspace")?.value ?? "").trim();
    if (!UUID.test(workspaceId)) throw answer(550, "The header X-Waymark-Workspace is missing or not an id.");
    const isKept = await keep(workspaceId, {
      id: randomUUID(),
      at: now(),
      from: addressText(mail.from),
      to: (mail.to ?? []).map(addressText).join(", "),
      subject: mail.subject ?? "",
      html: mail.html ?? "",
      text: mail.text ?? "",
      headers: mail.headers.map((one) => [one.originalKey, one.value]),
      messageKey: (mail.messageId ?? "").replace(/^<|>$/g, ""),
    });
    if (!isKept) throw answer(550, "There is no such workspace.");
  };
  const server = new SMTPServer({
    name: "waymark-mailbox",
    banner: "Waymark mailbox",
    logger: false,
    size: MAIL_MAX_BYTES,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    maxClients: 50,
    onAuth: (auth, _session, done) =>
      auth.password === password ? done(null, { user: "waymark" }) : done(answer(535, "Wrong password.")),
    onData(stream, _session, done) {
      readAll(stream)
        .then((raw) => (stream.sizeExceeded ? Promise.reject(answer(552, "Larger than 5 MB.")) : take(raw)))
        .then(
          () => done(),
          (error: Error) => done("responseCode" in error ? error : answer(451, "The mail could not be kept.")),
        );
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: listening } = server.server.address() as AddressInfo;
  return {
    url: `smtp://waymark:${password}@127.0.0.1:${listening}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function addressText(address: Address | undefined): string {
  if (!address) return "";
  if (address.address === undefined) return address.name;
  return address.name ? `${address.name} <${address.address}>` : address.address;
}

function answer(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
