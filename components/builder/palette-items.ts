import type { IconName } from "@/components/ui/icon";
import type { StepFamily } from "@/components/ui/family-colour";
import type { Step } from "@/lib/journey/document";
import { type KindName, stepConfig } from "@/lib/journey/kinds/config";

export const paletteGroups = ["Start", "Reach", "People", "Time", "Decide", "Outcome", "Data"] as const;
export type PaletteGroup = (typeof paletteGroups)[number];

/** A thing one can add: a kind with the settings it starts from. */
export interface PaletteItem {
  id: string;
  kind: KindName;
  name: string;
  icon: IconName;
  family: StepFamily;
  group: PaletteGroup;
  description: string;
  /** Other words people search by. */
  words: string;
  config: unknown;
}

const DAY_MS = 86_400_000;
const anyone = { kind: "all", rules: [] };

export const paletteItems: readonly PaletteItem[] = [
  {
    id: "entry",
    kind: "entry",
    name: "Entry",
    icon: "entry",
    family: "entry",
    group: "Start",
    description: "Where people come in. Every journey has one.",
    words: "start trigger event segment begin",
    config: {},
  },
  {
    id: "email",
    kind: "message",
    name: "Email",
    icon: "message",
    family: "reach",
    group: "Reach",
    description: "Sends an e-mail and can wait for a click.",
    words: "message mail e-mail newsletter",
    config: { channel: "email" },
  },
  {
    id: "in_app",
    kind: "message",
    name: "In-app message",
    icon: "inApp",
    family: "reach",
    group: "Reach",
    description: "Shows a message inside your product.",
    words: "notice notification banner popup",
    config: { channel: "in_app" },
  },
  {
    id: "webhook",
    kind: "webhook",
    name: "Webhook",
    icon: "webhook",
    family: "reach",
    group: "Reach",
    description: "Calls an address of yours.",
    words: "http api call request integration",
    config: {},
  },
  {
    id: "call",
    kind: "task",
    name: "Call",
    icon: "task",
    family: "people",
    group: "People",
    description: "A call for the account's owner.",
    words: "phone csm task ring",
    config: { type: "call" },
  },
  {
    id: "task",
    kind: "task",
    name: "Task",
    icon: "playbook",
    family: "people",
    group: "People",
    description: "Work for somebody in the team.",
    words: "to-do todo csm meeting",
    config: { type: "to_do" },
  },
  {
    id: "wait",
    kind: "wait",
    name: "Wait",
    icon: "wait",
    family: "time",
    group: "Time",
    description: "Waits for a time, a weekday or a date.",
    words: "delay pause timer sleep",
    config: { type: "duration", ms: DAY_MS },
  },
  {
    id: "wait_for",
    kind: "wait_for",
    name: "Wait for",
    icon: "waitFor",
    family: "time",
    group: "Time",
    description: "Waits until something happens, at most so long.",
    words: "until event condition",
    config: { when: { type: "rule", rule: anyone }, timeoutMs: 7 * DAY_MS },
  },
  {
    id: "branch",
    kind: "branch",
    name: "Branch",
    icon: "branch",
    family: "decide",
    group: "Decide",
    description: "Sends people different ways by what is known.",
    words: "if else condition split decision rule",
    config: { cases: [{ id: "yes", name: "Yes", rule: anyone }] },
  },
  {
    id: "milestone",
    kind: "milestone",
    name: "Milestone",
    icon: "milestone",
    family: "goal",
    group: "Outcome",
    description: "Records that something was reached.",
    words: "goal objective conversion reached",
    config: {},
  },
  {
    id: "exit",
    kind: "exit",
    name: "Exit",
    icon: "exit",
    family: "exit",
    group: "Outcome",
    description: "The journey ends here.",
    words: "end stop finish leave",
    config: { outcome: "success" },
  },
  {
    id: "update",
    kind: "update",
    name: "Update",
    icon: "update",
    family: "data",
    group: "Data",
    description: "Writes what is known about a person or an account.",
    words: "set attribute property trait data field change",
    config: { set: [] },
  },
];

/** A new step as the item says. `state` is set where it is inserted. */
export function stepFrom(item: PaletteItem, id: string, state: string): Step {
  return { id, state, name: item.name, ...stepConfig.parse({ kind: item.kind, config: item.config }) };
}

export function matchesSearch(item: PaletteItem, query: string): boolean {
  const text = `${item.name} ${item.group} ${item.words}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
