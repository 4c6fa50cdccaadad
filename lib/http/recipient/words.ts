import type { ChoosablePurpose } from "@/lib/services/links/preferences";

const channels: Readonly<Record<string, string>> = {
  email: "e-mail",
  in_app: "messages in the app",
  sms: "text message",
  whatsapp: "WhatsApp",
  push: "push notification",
  web: "messages on the website",
  chat: "chat",
};

export function channelWord(channel: string): string {
  return channels[channel] ?? channel;
}

export const purposeSentence = {
  marketing: "offers and news",
  service: "messages about the service you use",
} as const satisfies Record<ChoosablePurpose, string>;
