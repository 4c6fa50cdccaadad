import { randomUUID } from "node:crypto";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SMTPServer } from "smtp-server";

/** A real SMTP server that keeps every message as a file, for the fixture `mailbox` to read. */
const folder = path.resolve(".cache/e2e-mail");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, _session, done) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const name = path.join(folder, `${String(Date.now()).padStart(15, "0")}-${randomUUID()}`);
      // Renamed when whole, so that a reader never sees half a message.
      writeFileSync(`${name}.part`, Buffer.concat(chunks));
      renameSync(`${name}.part`, `${name}.eml`);
      done();
    });
  },
});
server.listen(Number(process.env.WAYMARK_E2E_SMTP_PORT), "127.0.0.1");
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.close(() => process.exit(0)));
