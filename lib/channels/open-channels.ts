import type { Channels } from "@/lib/contract/channel";
import { openSmtp } from "@/lib/channels/email/email-smtp";
import { openInApp } from "@/lib/channels/in-app";
import { Renderer } from "@/lib/render/liquid/renderer";
import { type KeepMail, openMailbox } from "@/lib/channels/mailbox/mailbox-server";
import { openWebhook } from "@/lib/channels/webhook/webhook";

export interface ChannelSettings {
  /** Without one, mail goes to the built-in mailbox. */
  smtpUrl?: string | undefined;
  /** Where the built-in mailbox keeps what it gets. */
  keepMail: KeepMail;
  /** Where customers reach this installation: the beginning of every link in a message. */
  baseUrl: string;
  /** Let webhooks call this machine; for tests and local trials only. */
  allowLoopbackWebhooks?: boolean;
}

/** All ways out, and what they share. */
export interface OpenChannels extends Channels {
  renderer: Renderer;
  baseUrl: string;
  close(): Promise<void>;
}

/** Open every channel once for the life of a worker process. */
export async function openChannels(settings: ChannelSettings): Promise<OpenChannels> {
  const mailbox = settings.smtpUrl ? null : await openMailbox(settings.keepMail);
  const email = openSmtp({ url: settings.smtpUrl ?? (mailbox?.url as string) });
  const webhook = openWebhook({ allowLoopback: settings.allowLoopbackWebhooks ?? false });
  const renderer = new Renderer();
  return {
    email,
    webhook,
    in_app: openInApp(),
    renderer,
    baseUrl: settings.baseUrl.replace(/\/+$/, ""),
    async close() {
      await email.close();
      await Promise.all([webhook.close(), renderer.close(), mailbox?.close()]);
    },
  };
}
