import { Liquid } from "liquidjs";
import type { Step } from "@/lib/journey/document";
import type { ConfigOf } from "@/lib/journey/kinds/config";
import { type Check, type Problem, problemOf } from "@/lib/journey/problem";

const liquid = new Liquid();

const SMS_PLAIN_MAX = 160;
const SMS_UNICODE_MAX = 70;
const SMS_PLAIN_PART = 153;
const SMS_UNICODE_PART = 67;

function required(step: Step, field: string, what: string): Problem {
  return problemOf("step.required", `${step.name}: ${what}.`, { stepId: step.id, field });
}

function liquidProblem(step: Step, field: string, what: string, text: string): Problem[] {
  if (!text.includes("{{") && !text.includes("{%")) return [];
  try {
    liquid.parse(text);
    return [];
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return [
      problemOf("liquid.invalid", `${step.name}: the ${what} has a mistake: ${why}. Mend it.`, {
        stepId: step.id,
        field,
      }),
    ];
  }
}

/** How many parts a text message is sent in (GSM 03.38 by 160, otherwise by 70). */
export function smsParts(text: string): number {
  const isPlain = /^[\n\r !-~£¥èéùìòÇØøÅåÄÖÑÜ§¿äöñüà€]*$/.test(text);
  const [single, part] = isPlain ? [SMS_PLAIN_MAX, SMS_PLAIN_PART] : [SMS_UNICODE_MAX, SMS_UNICODE_PART];
  return text.length <= single ? 1 : Math.ceil(text.length / part);
}

function checkMessage(step: Step, { channel, content, templateId, brief }: ConfigOf<"message">): Problem[] {
  const problems: Problem[] = [];
  const hasText = content.body.trim() !== "";
  if (templateId === undefined && !hasText)
    problems.push(required(step, "content.body", "write a text or choose a template"));
  if (templateId === undefined && channel === "email" && content.subject.trim() === "")
    problems.push(required(step, "content.subject", "write a subject"));
  problems.push(
    ...liquidProblem(step, "content.subject", "subject", content.subject),
    ...liquidProblem(step, "content.preheader", "preheader", content.preheader),
    ...liquidProblem(step, "content.body", "text", content.body),
    ...liquidProblem(step, "content.callToAction.url", "link", content.callToAction?.url ?? ""),
    ...liquidProblem(step, "brief.keyMessage", "key message", brief.keyMessage ?? ""),
  );
  const parts = channel === "sms" ? smsParts(content.body) : 1;
  if (parts > 1)
    problems.push(
      problemOf("content.long", `${step.name} goes out as ${parts} text messages. Shorten it to send one.`, {
        stepId: step.id,
        field: "content.body",
      }),
    );
  return problems;
}

function checkWebhook(step: Step, { url, body }: ConfigOf<"webhook">): Problem[] {
  if (url.trim() === "") return [required(step, "url", "enter an address")];
  const problems = [...liquidProblem(step, "url", "address", url), ...liquidProblem(step, "body", "content", body)];
  if (!/^https:\/\/[^/\s]/i.test(url)) {
    problems.push(
      problemOf(
        "webhook.not_https",
        `${step.name}: the address must start with https:// so that nobody can read along.`,
        { stepId: step.id, field: "url" },
      ),
    );
  }
  return problems;
}

function checkTask(step: Step, config: ConfigOf<"task">): Problem[] {
  const problems = [
    ...liquidProblem(step, "title", "title", config.title),
    ...liquidProblem(step, "notes", "notes", config.notes),
  ];
  if (config.title.trim() === "") problems.push(required(step, "title", "say what is to be done"));
  if (config.owner.type === "account_owner" && config.fallbackUserId === undefined) {
    problems.push(
      problemOf(
        "owner.no_fallback",
        `${step.name}: nobody gets this task when the account has no owner. Choose a fallback.`,
        { stepId: step.id, field: "fallbackUserId" },
      ),
    );
  }
  return problems;
}

function checkBranch(step: Step, { cases }: ConfigOf<"branch">): Problem[] {
  if (cases.length === 0)
    return [
      problemOf("branch.empty", `${step.name} has no case, so everyone goes the same way.`, {
        stepId: step.id,
        field: "cases",
      }),
    ];
  const problems: Problem[] = [];
  const byRule = new Map<string, string>();
  const ids = new Set<string>();
  for (const [index, { id, name, rule }] of cases.entries()) {
    if (ids.has(id) || id === "else")
      problems.push(
        problemOf("id.twice", `${step.name}: the case ${name} needs an id of its own.`, {
          stepId: step.id,
          field: `cases.${index}.id`,
        }),
      );
    ids.add(id);
    const key = JSON.stringify(rule);
    const first = byRule.get(key);
    if (first !== undefined) {
      problems.push(
        problemOf("branch.overlap", `${first} and ${name} are the same rule. The first one wins.`, {
          stepId: step.id,
          field: `cases.${index}.rule`,
        }),
      );
    }
    byRule.set(key, first ?? name);
  }
  return problems;
}

function checkStep(step: Step): Problem[] {
  switch (step.kind) {
    case "message":
      return checkMessage(step, step.config);
    case "webhook":
      return checkWebhook(step, step.config);
    case "task":
      return checkTask(step, step.config);
    case "branch":
      return checkBranch(step, step.config);
    case "wait":
      return step.config.type === "date" && step.config.trait.trim() === ""
        ? [required(step, "trait", "choose a date")]
        : [];
    case "wait_for":
      return step.config.timeoutMs === 0 ? [required(step, "timeoutMs", "choose how long to wait at most")] : [];
    case "update":
      if (step.config.set.length === 0) return [required(step, "set", "choose what to change")];
      return step.config.set.flatMap((change, index) =>
        change.trait === "" ? [required(step, `set.${index}.trait`, "choose a trait")] : [],
      );
    default:
      return [];
  }
}

/** Settings of each step. A step that is switched off is only noted. */
export const checkSteps: Check = (document) =>
  document.steps.flatMap((step) =>
    step.off === true
      ? [problemOf("step.off", `${step.name} is switched off. Everyone passes it.`, { stepId: step.id, field: "off" })]
      : checkStep(step),
  );

/** Each channel should add something new. */
export const checkRepeats: Check = (document) => {
  const first = new Map<string, Step>();
  return document.steps.flatMap((step) => {
    if (step.kind !== "message" || step.off === true || step.config.content.body.trim() === "") return [];
    const same = first.get(step.config.content.body.trim());
    if (same === undefined) first.set(step.config.content.body.trim(), step);
    if (same?.kind !== "message" || same.config.channel === step.config.channel) return [];
    return [
      problemOf(
        "content.repeated",
        `${step.name} says the same as ${same.name} on another channel. Say something new.`,
        { stepId: step.id, field: "content.body" },
      ),
    ];
  });
};
