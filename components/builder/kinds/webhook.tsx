"use client";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { FormProps, KindView } from "./kind-view";

function WebhookForm({ config, change }: FormProps<"webhook">) {
  return (
    <>
      <Field label="Address" name="url">
        <Input
          type="url"
          value={config.url}
          maxLength={2000}
          placeholder="https://"
          onValueChange={(url) =>
            change("url", (next) => {
              next.url = url;
            })
          }
        />
      </Field>
      <Field label="Method" name="method">
        <Select
          options={[
            { value: "POST", label: "POST" },
            { value: "PUT", label: "PUT" },
          ]}
          value={config.method}
          onValueChange={(method) =>
            change("method", (next) => {
              next.method = method;
            })
          }
        />
      </Field>
      <Field label="Body" name="body" hint="JSON; Liquid works.">
        <Textarea
          mono
          rows={6}
          value={config.body}
          maxLength={20_000}
          onValueChange={(body) =>
            change("body", (next) => {
              next.body = body;
            })
          }
        />
      </Field>
    </>
  );
}

export const webhook: KindView<"webhook"> = {
  family: "reach",
  title: "Webhook",
  icon: () => "webhook",
  about: "Calls an address of yours",
  summary: ({ url, method }) => (url === "" ? "No address yet" : `${method} ${url.replace(/^https?:\/\//, "")}`),
  Form: WebhookForm,
};
