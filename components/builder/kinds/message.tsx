"use client";
import { MessagePreview } from "@/components/builder/inspector/message-preview";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import type { ConfigOf } from "@/lib/journey/kinds/config";
import { formatDuration } from "@/lib/time/format-duration";
import { DurationRow, More, useFormContext } from "./form-parts";
import type { FormProps, KindView } from "./kind-view";

type Config = ConfigOf<"message">;
const DAY_MS = 86_400_000;

export const channelNames = {
  email: "Email",
  in_app: "In-app message",
  sms: "SMS",
  whatsapp: "WhatsApp",
  push: "Push",
  web: "Web",
  chat: "Chat",
} as const satisfies Record<Config["channel"], string>;
const icons = {
  email: "message",
  in_app: "inApp",
  sms: "sms",
  whatsapp: "chat",
  push: "inApp",
  web: "globe",
  chat: "chat",
} as const;
const offered: Config["channel"][] = ["email", "in_app"];
const purposes = [
  { value: "marketing", label: "Marketing", note: "Needs consent, counts against the weekly limit" },
  { value: "service", label: "Service", note: "Helps them use what they have; honours refusal" },
  { value: "transactional", label: "Transactional", note: "Expected by the person, such as a receipt" },
] as const;

function MessageForm({ stepId, config, change }: FormProps<"message">) {
  const { subject, workspace } = useFormContext();
  const channels = offered.includes(config.channel) ? offered : [...offered, config.channel];
  const isEmail = config.channel === "email";
  return (
    <>
      <Field label="Channel" name="channel">
        <Select
          options={channels.map((value) => ({ value, label: channelNames[value] }))}
          value={config.channel}
          onValueChange={(value) =>
            change("channel", (next) => {
              next.channel = value;
            })
          }
        />
      </Field>
      <Field label="Purpose" name="purpose">
        <Select
          options={purposes}
          value={config.purpose}
          onValueChange={(value) =>
            change("purpose", (next) => {
              next.purpose = value;
            })
          }
        />
      </Field>
      {subject === "account" && (
        <Field label="To" name="to">
          <Select
            options={[
              { value: "primary", label: "Primary contact" },
              { value: "role", label: "People with a role" },
            ]}
            value={config.to.type === "role" ? "role" : "primary"}
            onValueChange={(value) =>
              change("to", (next) => {
                next.to = value === "role" ? { type: "role", role: "champion", atMost: 1 } : { type: "primary" };
              })
            }
          />
        </Field>
      )}
      {config.to.type === "role" && (
        <Field label="Role" name="role">
          <Input
            value={config.to.role}
            onValueChange={(role) =>
              change("role", (next) => {
                if (next.to.type === "role") next.to.role = role.slice(0, 500);
              })
            }
          />
        </Field>
      )}
      <Field label={isEmail ? "Subject" : "Title"} name="content.subject">
        <Input
          value={config.content.subject}
          maxLength={300}
          onValueChange={(subject) =>
            change("subject", (next) => {
              next.content.subject = subject;
            })
          }
        />
      </Field>
      <Field label="Text" name="content.body" hint="Liquid works: {{ person.firstName }}">
        <Textarea
          rows={8}
          value={config.content.body}
          maxLength={100_000}
          onValueChange={(body) =>
            change("body", (next) => {
              next.content.body = body;
            })
          }
        />
      </Field>
      <CallToAction stepId={stepId} config={config} change={change} />
      <MessagePreview config={config} workspace={workspace} />
      <DurationRow
        label="Wait for a response"
        hint={
          config.windowMs === 0
            ? "0: goes on as soon as it is sent."
            : "A click, a reply or an action in the product leaves at once."
        }
        valueMs={config.windowMs}
        onChange={(ms) =>
          change("windowMs", (next) => {
            next.windowMs = ms;
          })
        }
      />
      {config.windowMs > 0 && (
        <Switch
          label="Own path for opened only"
          hint="Opens are unreliable: many mail programs open by themselves."
          checked={config.splitOpened}
          onCheckedChange={(on) =>
            change("splitOpened", (next) => {
              next.splitOpened = on;
            })
          }
        />
      )}
      <More>
        <Field label="Topic" name="topic" hint="What people can switch off by itself.">
          <Input
            value={config.topic}
            maxLength={60}
            onValueChange={(topic) =>
              change("topic", (next) => {
                next.topic = topic;
              })
            }
          />
        </Field>
        {isEmail && (
          <Field label="Preview line" name="content.preheader">
            <Input
              value={config.content.preheader}
              maxLength={200}
              onValueChange={(line) =>
                change("preheader", (next) => {
                  next.content.preheader = line;
                })
              }
            />
          </Field>
        )}
        <DurationRow
          label="Drop when held longer than"
          valueMs={config.staleMs}
          onChange={(ms) =>
            change("staleMs", (next) => {
              next.staleMs = ms;
            })
          }
        />
        <Switch
          label="Send even after the state was left"
          checked={config.sendAnyway}
          onCheckedChange={(on) =>
            change("sendAnyway", (next) => {
              next.sendAnyway = on;
            })
          }
        />
      </More>
    </>
  );
}

function CallToAction({ config, change }: Pick<FormProps<"message">, "stepId" | "config" | "change">) {
  const { label = "", url = "" } = config.content.callToAction ?? {};
  const put = (field: string, next: { label: string; url: string }) =>
    change(field, (draft) => {
      if (next.label === "" && next.url === "") delete draft.content.callToAction;
      else draft.content.callToAction = next;
    });
  return (
    <div className="grid grid-cols-2 gap-2">
      <Field label="Button" name="content.callToAction">
        <Input
          value={label}
          maxLength={500}
          placeholder="Open the guide"
          onValueChange={(next) => put("cta.label", { label: next, url })}
        />
      </Field>
      <Field label="Leads to">
        <Input
          value={url}
          maxLength={2000}
          placeholder="https://"
          onValueChange={(next) => put("cta.url", { label, url: next })}
        />
      </Field>
    </div>
  );
}

export const message: KindView<"message"> = {
  family: "reach",
  title: "Message",
  icon: ({ channel }) => icons[channel],
  about: "Sends a message, within consent and limits",
  summary: ({ channel, content, windowMs }) => {
    const what = content.subject === "" ? channelNames[channel] : content.subject;
    return windowMs >= DAY_MS / 24 ? `${what}, waits ${formatDuration(windowMs)}` : what;
  },
  Form: MessageForm,
};
