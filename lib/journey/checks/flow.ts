import type { JourneyDocument, Step } from "@/lib/journey/document";
import { portsOf } from "@/lib/journey/kinds/index";
import { type Check, type Problem, problemOf } from "@/lib/journey/problem";
import { continuingPorts, reachableSteps, type Way, waysOf } from "@/lib/journey/walkable";

/** A journey starts in exactly one place. */
export const checkStart: Check = (document) => {
  const starts = document.steps.filter((step) => step.kind === "entry");
  if (starts.length === 0) {
    return [
      problemOf(
        "entry.missing",
        "This journey has no start. Add one.",
        {},
        { label: "Add a start", command: { type: "add_entry" } },
      ),
    ];
  }
  return starts
    .slice(1)
    .map((step) =>
      problemOf(
        "entry.many",
        `This journey has more than one start. Remove ${step.name}.`,
        { stepId: step.id },
        { label: `Remove ${step.name}`, command: { type: "delete_step", stepId: step.id } },
      ),
    );
};

export const checkReach: Check = (document) => {
  if (!document.steps.some((step) => step.kind === "entry")) return [];
  const reachable = reachableSteps(document);
  return document.steps
    .filter((step) => !reachable.has(step.id) && step.kind !== "entry")
    .map((step) =>
      problemOf(
        "step.unreachable",
        `Nobody can reach ${step.name}. Connect it or remove it.`,
        { stepId: step.id },
        {
          label: `Remove ${step.name}`,
          command: { type: "delete_step", stepId: step.id },
        },
      ),
    );
};

const portWords: Readonly<Record<string, string>> = {
  no_response: "no response",
  not_sent: "not sent",
  timed_out: "timed out",
};

/** A port as people read it; a case by its name. */
export function portName(step: Step, port: string): string {
  if (port === "else") return "everyone else";
  if (step.kind === "branch") return step.config.cases.find((one) => one.id === port)?.name ?? port;
  return portWords[port] ?? port;
}

function openPorts(step: Step, routed: ReadonlySet<string>): Problem[] {
  return portsOf(step)
    .filter((port) => !routed.has(`${step.id} ${port}`) && !continuingPorts.has(port))
    .map((port) => {
      const place = { stepId: step.id, pathPort: port };
      const fix = { label: "Add an exit", command: { type: "add_exit", from: step.id, port } } as const;
      if (step.kind === "branch" && port === "else") {
        return problemOf(
          "branch.no_else",
          `${step.name} has no path for everyone else. Add a step or an exit.`,
          place,
          fix,
        );
      }
      const from = portsOf(step).length === 1 ? step.name : `${step.name}, ${portName(step, port)},`;
      return problemOf("path.dead_end", `${from} leads nowhere. Add a step or an exit.`, place, fix);
    });
}

export const checkPaths: Check = (document) => {
  const steps = new Map(document.steps.map((step) => [step.id, step]));
  const problems: Problem[] = [];
  const routed = new Set<string>();
  for (const { from, port, to } of document.paths) {
    const step = steps.get(from);
    const place = { ...(step && { stepId: from }), pathPort: port };
    const remove = { label: "Remove the path", command: { type: "delete_path", from, port, to } } as const;
    const name = step?.name ?? from;
    if (step === undefined || !steps.has(to)) {
      const missing = step === undefined ? from : to;
      problems.push(
        problemOf(
          "path.unknown_step",
          `A path from ${name} names the step ${missing}, which does not exist. Remove the path.`,
          place,
          remove,
        ),
      );
      continue;
    }
    if (!portsOf(step).includes(port)) {
      problems.push(
        problemOf(
          "path.unused_port",
          `${name} has no way out called ${portName(step, port)} any more. Nobody takes this path.`,
          place,
          remove,
        ),
      );
    } else if (routed.has(`${from} ${port}`)) {
      problems.push(
        problemOf(
          "path.twice",
          `Two paths leave ${name} by ${portName(step, port)}. Only the first is taken.`,
          place,
          remove,
        ),
      );
    }
    routed.add(`${from} ${port}`);
  }
  return [...problems, ...document.steps.flatMap((step) => openPorts(step, routed))];
};

/** Groups of steps that lead to each other (Tarjan 1972), iterative because a journey may hold 2,000 steps in a row. */
function circles(ids: readonly string[], ways: readonly Way[]): string[][] {
  const next = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { from, to } of ways) next.get(from)?.push(to);
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const groups: string[][] = [];
  for (const root of ids) {
    if (order.has(root)) continue;
    const calls: { id: string; child: number }[] = [{ id: root, child: 0 }];
    for (let call = calls.at(-1); call !== undefined; call = calls.at(-1)) {
      const { id } = call;
      if (call.child === 0) {
        order.set(id, order.size);
        low.set(id, order.get(id) ?? 0);
        stack.push(id);
        onStack.add(id);
      }
      const to = next.get(id)?.[call.child];
      if (to !== undefined) {
        call.child++;
        if (!order.has(to)) calls.push({ id: to, child: 0 });
        else if (onStack.has(to)) low.set(id, Math.min(low.get(id) ?? 0, order.get(to) ?? 0));
        continue;
      }
      calls.pop();
      const parent = calls.at(-1);
      if (parent !== undefined) low.set(parent.id, Math.min(low.get(parent.id) ?? 0, low.get(id) ?? 0));
      if (low.get(id) !== order.get(id)) continue;
      const group: string[] = [];
      for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
        onStack.delete(member);
        group.push(member);
        if (member === id) break;
      }
      const isCircle = group.length > 1 || next.get(id)?.includes(id) === true;
      if (isCircle) groups.push(group.reverse());
    }
  }
  return groups;
}

/** A loop must take time, and somebody must be able to get out of it. */
export const checkLoops: Check = (document) => {
  const names = new Map(document.steps.map((step) => [step.id, step.name]));
  const ids = document.steps.map((step) => step.id);
  const ways = waysOf(document);
  const atOnce = circles(
    ids,
    ways.filter((way) => way.isInstant),
  );
  const problems = atOnce.map((group) => {
    const [first = ""] = group;
    const among = group
      .slice(0, 3)
      .map((id) => names.get(id))
      .join(", ");
    return problemOf("loop.unbounded", `This loop goes round without waiting: ${among}. Add a wait or a way out.`, {
      stepId: first,
    });
  });
  const reported = new Set(atOnce.flat());
  if (document.exit.length > 0) return problems;
  for (const group of circles(ids, ways)) {
    const inside = new Set(group);
    if (group.some((id) => reported.has(id)) || ways.some((way) => inside.has(way.from) && !inside.has(way.to)))
      continue;
    problems.push(
      problemOf("loop.unbounded", `Nobody gets out of the loop at ${names.get(group[0] ?? "")}. Add a way out.`, {
        stepId: group[0] ?? "",
      }),
    );
  }
  return problems;
};

export const checkIds: Check = (document: JourneyDocument) => {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const { id, name } of document.steps) {
    if (seen.has(id))
      problems.push(problemOf("id.twice", `Two steps have the id ${id}. Give ${name} another.`, { stepId: id }));
    seen.add(id);
  }
  const states = new Set<string>();
  for (const { id, name } of document.states) {
    if (states.has(id))
      problems.push(problemOf("id.twice", `Two states have the id ${id}. Give ${name} another.`, { stateId: id }));
    states.add(id);
  }
  return problems;
};
