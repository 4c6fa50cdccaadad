import { createTransport } from "nodemailer";
import type { Readable } from "node:stream";
import type { Channel, Delivered, RenderedEmail } from "@/lib/contract/channel";

export interface SmtpOptions {
  /** `smtp://user:password@host:587`, or `smtps://…`. */
  url: string;
  maxConnections?: number;
  /** Silence for so long ends an attempt. */
  timeoutMs?: number;
}

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  response?: string;
}

/** E-mail over SMTP with a pool of connections. Whether an attempt without an answer may have been delivered is known
 * from whether any byte of the message was read for sending. */
export function openSmtp({ url, maxConnections = 8, timeoutMs = 30_000 }: SmtpOptions): Channel<RenderedEmail> {
  const address = new URL(url);
  const secure = address.protocol === "smtps:";
  const transport = createTransport({
    pool: true,
    host: address.hostname.replace(/^\[|\]$/g, ""),
    port: Number(address.port) || (secure ? 465 : 587),
    secure,
    ...(address.username
      ? { auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) } }
      : {}),
    maxConnections,
    maxMessages: 500,
    connectionTimeout: Math.min(timeoutMs, 10_000),
    greetingTimeout: Math.min(timeoutMs, 10_000),
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    // A server on the way to loopback has no certificate worth checking; everything else is checked.
    ...(isLoopback(address.hostname) ? { ignoreTLS: true } : {}),
  });
  const streams = new Map<string, Readable>();
  transport.use("stream", (mail, next) => {
    const { message, data } = mail;
    const open = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const stream = open(options);
      streams.set(String(data.messageId), stream);
      return stream;
    };
    next();
  });
  return {
    async send(rendered) {
      const messageId = `<${rendered.messageId}>`;
      try {
        await transport.sendMail({
          from: rendered.from,
          to: rendered.to,
          subject: rendered.subject,
          html: rendered.html,
          text: rendered.text,
          messageId,
          headers: { ...rendered.headers, "X-Waymark-Workspace": rendered.workspaceId },
        });
        return { outcome: "accepted", providerId: rendered.messageId };
      } catch (error) {
        return readSmtpError(error as SmtpError, streams.get(messageId)?.readableDidRead ?? false);
      } finally {
        streams.delete(messageId);
      }
    },
    close: async () => transport.close(),
  };
}

/** What an SMTP error means for the message. A reply is an answer; silence is only harmless before the first byte. */
export function readSmtpError(error: SmtpError, bytesWereSent: boolean): Delivered {
  const detail = { message: error.message.slice(0, 300), ...(error.responseCode ? { reply: error.responseCode } : {}) };
  if (error.code === "EAUTH" || error.code === "ENOAUTH" || error.code === "EOAUTH2")
    return { outcome: "retry", code: "smtp.auth", detail };
  if (error.responseCode !== undefined && error.responseCode >= 500)
    return { outcome: "refused", code: "smtp.refused", detail };
  if (error.responseCode !== undefined && error.responseCode >= 400)
    return { outcome: "retry", code: "smtp.later", detail };
  if (bytesWereSent) return { outcome: "uncertain", code: "smtp.no_answer", detail };
  if (error.code === "EENVELOPE" || error.code === "EMESSAGE")
    return { outcome: "refused", code: "smtp.address", detail };
  return { outcome: "retry", code: "smtp.unreachable", detail };
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127\./.test(host);
}
