const channels: Readonly<Record<string, string>> = {
  email: "Email",
  in_app: "In-app",
  sms: "SMS",
  whatsapp: "WhatsApp",
  push: "Push",
  web: "Web",
  chat: "Chat",
};
const tasks: Readonly<Record<string, string>> = { call: "Call", meeting: "Meeting", email: "Email", to_do: "To-do" };

export function channelWord(channel: string): string {
  return channels[channel] ?? channel;
}

export function taskWord(type: string): string {
  return tasks[type] ?? type;
}
