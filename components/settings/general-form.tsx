"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { type FormAct, useFormAct } from "@/components/settings/use-form-act";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { Option } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toastDone } from "@/components/ui/toast";
import type { WorkspaceSettings } from "@/lib/contract/workspace/workspace-verbs";

interface GeneralFormProps {
  ws: string;
  settings: WorkspaceSettings;
  zones: readonly Option[];
  regions: readonly Option[];
  mayChange: boolean;
  save: FormAct<WorkspaceSettings, WorkspaceSettings>;
}

export function GeneralForm({ ws, settings, zones, regions, mayChange, save }: GeneralFormProps) {
  const router = useRouter();
  const [form, setForm] = useState(settings);
  const { send, busy, problems } = useFormAct(ws, save);
  const set = (part: Partial<WorkspaceSettings>) => setForm((before) => ({ ...before, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const saved = await send(form);
    if (!saved) return;
    setForm(saved.result);
    toastDone("Settings are saved");
    router.refresh();
  };
  return (
    <form onSubmit={submit} noValidate className="flex max-w-[560px] flex-col gap-8">
      {problems.form && <Notice tone="bad">{problems.form}</Notice>}
      <Section title="Workspace">
        <div className="flex flex-col gap-4 pt-4">
          <Field label="Name" required error={problems.name} disabled={!mayChange}>
            <Input value={form.name} onValueChange={(name) => set({ name })} autoComplete="organization" />
          </Field>
          <Field
            label="Time zone"
            required
            error={problems.zone}
            disabled={!mayChange}
            hint="For people and accounts whose own zone is not known, and for the days in reports."
          >
            <Combobox
              options={zones}
              value={form.zone || null}
              onValueChange={(zone) => set({ zone: zone ?? "" })}
              placeholder="Search zones"
              empty="No zone is called that"
              disabled={!mayChange}
            />
          </Field>
          <Field
            label="Country"
            error={problems.region}
            disabled={!mayChange}
            hint="Where you are. Leave it empty if you are in several."
          >
            <Combobox
              options={regions}
              value={form.region}
              onValueChange={(region) => set({ region })}
              placeholder="Search countries"
              empty="No country is called that"
              disabled={!mayChange}
            />
          </Field>
        </div>
      </Section>
      <Section title="Sender" note="Messages go out in this name unless a step says otherwise.">
        <div className="flex flex-col gap-4 pt-4">
          <Field label="Sender name" error={problems.senderName} disabled={!mayChange}>
            <Input value={form.senderName} onValueChange={(senderName) => set({ senderName })} autoComplete="off" />
          </Field>
          <Field
            label="Sender e-mail"
            error={problems.senderAddress}
            disabled={!mayChange}
            hint="Your mail server must be allowed to send for it."
          >
            <Input
              type="email"
              value={form.senderAddress}
              onValueChange={(senderAddress) => set({ senderAddress })}
              autoComplete="off"
            />
          </Field>
          <Field
            label="Postal address"
            error={problems.postalAddress}
            disabled={!mayChange}
            hint="The law asks for it on marketing e-mail in most countries. It stands at the foot of every message."
          >
            <Textarea rows={3} value={form.postalAddress} onValueChange={(postalAddress) => set({ postalAddress })} />
          </Field>
          {form.postalAddress.trim() === "" && (
            <Notice tone="warn">Without a postal address, marketing e-mail breaks the law in most countries.</Notice>
          )}
        </div>
      </Section>
      {mayChange ? (
        <Button type="submit" variant="primary" busy={busy} className="self-start">
          Save settings
        </Button>
      ) : (
        <p className="text-ink-2">An admin changes these settings.</p>
      )}
    </form>
  );
}
