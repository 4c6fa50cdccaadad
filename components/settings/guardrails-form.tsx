"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { capChannels, type GuardrailDraft, toDraft, toGuardrails } from "@/components/settings/guardrail-draft";
import { GuardrailSentence } from "@/components/settings/guardrail-sentence";
import { QuietHoursFields } from "@/components/settings/quiet-hours-fields";
import { type FormAct, useFormAct } from "@/components/settings/use-form-act";
import { Button } from "@/components/ui/button";
import { DurationField } from "@/components/ui/duration-field";
import { Notice } from "@/components/ui/notice";
import { NumberField } from "@/components/ui/number-field";
import { Section } from "@/components/ui/section";
import { Switch } from "@/components/ui/switch";
import { Tag } from "@/components/ui/tag";
import { toastDone } from "@/components/ui/toast";
import type { Guardrails, PolicyRead } from "@/lib/contract/guardrail/guardrail-verbs";
import { defaultPolicy } from "@/lib/policy/policy";

interface GuardrailsFormProps {
  ws: string;
  read: PolicyRead;
  mayChange: boolean;
  save: FormAct<Guardrails, PolicyRead>;
}

export function GuardrailsForm({ ws, read, mayChange, save }: GuardrailsFormProps) {
  const router = useRouter();
  const [draft, setDraft] = useState<GuardrailDraft>(() => toDraft(read.policy));
  const [round, setRound] = useState(0);
  const { send, busy, problems, clear } = useFormAct(ws, save);
  const set = (part: Partial<GuardrailDraft>) => setDraft((before) => ({ ...before, ...part }));
  const sent = toGuardrails(draft);
  const capProblem = (channel: string) => {
    const place = sent.caps.findIndex((cap) => cap.channel === channel);
    return problems[`caps.${place}.max`] ?? problems[`caps.${place}.windowMs`];
  };
  const title = (text: string, ...parts: string[]) => (
    <span className="flex items-center gap-2">
      {text}
      {parts.some((part) => read.changed.includes(part)) && <Tag tone="info">not the default</Tag>}
    </span>
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const saved = await send(sent);
    if (!saved) return;
    setDraft(toDraft(saved.result.policy));
    toastDone("Guardrails are saved and hold from the next decision on");
    router.refresh();
  };
  const fillDefaults = () => {
    setDraft(toDraft(defaultPolicy));
    setRound((before) => before + 1);
    clear();
  };
  const number = { disabled: !mayChange, className: "w-28" };
  return (
    <form key={round} onSubmit={submit} noValidate className="flex max-w-[720px] flex-col gap-8">
      {problems.form && <Notice tone="bad">{problems.form}</Notice>}
      <Section
        title={title("How often one person is written to", "caps")}
        note="Over all journeys together. Transactional messages do not count and are never held. An empty number means no limit."
      >
        {capChannels.map(({ channel, plural }) => {
          const cap = draft.caps[channel];
          if (!cap) return null;
          const setCap = (part: Partial<typeof cap>) =>
            set({ caps: { ...draft.caps, [channel]: { ...cap, ...part } } });
          return (
            <GuardrailSentence key={channel} error={capProblem(channel)}>
              At most
              <NumberField
                {...number}
                aria-label={`Most ${plural} to one person`}
                value={cap.max}
                min={0}
                onValueChange={(max) => setCap({ max })}
              />
              {plural} to one person within
              <div className="w-56">
                <DurationField
                  aria-label={`Time for the limit of ${plural}`}
                  valueMs={cap.windowMs}
                  minMs={3_600_000}
                  disabled={!mayChange || cap.max === null}
                  onValueChange={(windowMs) => setCap({ windowMs })}
                />
              </div>
            </GuardrailSentence>
          );
        })}
      </Section>
      <Section
        title={title("How often one account is touched", "accountCap")}
        note="All automated touchpoints to the account and its people together."
      >
        <GuardrailSentence error={problems["accountCap.max"] ?? problems["accountCap.windowMs"]}>
          At most
          <NumberField
            {...number}
            aria-label="Most automated touchpoints to one account"
            value={draft.accountMax}
            min={0}
            onValueChange={(accountMax) => set({ accountMax })}
          />
          touchpoints to one account within
          <div className="w-56">
            <DurationField
              aria-label="Time for the limit of an account"
              valueMs={draft.accountWindowMs}
              minMs={3_600_000}
              disabled={!mayChange}
              onValueChange={(accountWindowMs) => set({ accountWindowMs })}
            />
          </div>
        </GuardrailSentence>
      </Section>
      <Section
        title={title("Quiet hours", "quietHours")}
        note="On the person's own clock. What falls due meanwhile waits for the end."
      >
        <QuietHoursFields
          hours={draft.quietHours}
          disabled={!mayChange}
          error={problems["quietHours.fromMinute"] ?? problems["quietHours.toMinute"]}
          onChange={(quietHours) => set({ quietHours })}
        />
      </Section>
      <Section
        title={title("After an escalation", "escalationSpacingMs")}
        note="While one is open, automated touchpoints to the account are held."
      >
        <GuardrailSentence error={problems.escalationSpacingMs}>
          When it closes, let what was held go at least
          <div className="w-56">
            <DurationField
              aria-label="Time between touchpoints after an escalation"
              valueMs={draft.escalationSpacingMs}
              disabled={!mayChange}
              onValueChange={(escalationSpacingMs) => set({ escalationSpacingMs })}
            />
          </div>
          apart
        </GuardrailSentence>
      </Section>
      <Section
        title={title("Approval", "lowRiskMaxPeople", "selfApproveLowRisk")}
        note="Every launch goes through an approval. Medium and high risk need somebody else than the author."
      >
        <GuardrailSentence error={problems.lowRiskMaxPeople}>
          A journey is low risk if it reaches at most
          <NumberField
            {...number}
            aria-label="Most people of a low-risk journey"
            value={draft.lowRiskMaxPeople}
            min={0}
            onValueChange={(lowRiskMaxPeople) => set({ lowRiskMaxPeople })}
          />
          people in 30 days over own channels
        </GuardrailSentence>
        <div className="max-w-[480px] pt-2">
          <Switch
            label="The author of a low-risk journey may approve it"
            checked={draft.selfApproveLowRisk}
            disabled={!mayChange}
            onCheckedChange={(selfApproveLowRisk) => set({ selfApproveLowRisk })}
          />
        </div>
      </Section>
      {mayChange ? (
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" busy={busy}>
            Save guardrails
          </Button>
          <Button variant="quiet" onClick={fillDefaults}>
            Fill in the defaults
          </Button>
        </div>
      ) : (
        <p className="text-ink-2">Admins and managers change guardrails.</p>
      )}
    </form>
  );
}
