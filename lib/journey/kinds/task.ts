import { type StepKind, touchpointKey } from "@/lib/journey/kinds/step-kind";

/** A task is never late at the moment it is given, or a loop through it would hand out tasks without end. */
const DUE_MIN_MS = 60_000;

export const task: StepKind<"task"> = {
  ports: () => ["done", "late"],
  decide(config, scene) {
    const { input, stepId, visit, nowMs } = scene;
    const lateAtMs = scene.enteredAtMs + Math.max(config.dueMs, DUE_MIN_MS);
    const wait = { type: "wait", wait: { type: "task", lateAtMs }, lookAtMs: lateAtMs } as const;
    if (scene.wait === null) {
      if (scene.heldOut) return { ...wait, code: "withheld", detail: { channel: "task" } };
      return {
        ...wait,
        actions: [{ type: "task", key: touchpointKey(scene, "task"), stepId, visit, dueAtMs: lateAtMs, config }],
      };
    }
    if (input?.type === "task" && input.stepId === stepId && input.visit === visit) {
      return { type: "follow", ports: ["done"], code: "task_done", detail: { outcome: input.outcome } };
    }
    if (nowMs < lateAtMs) return wait;
    return { type: "follow", ports: ["late", "done"], code: "task_late", detail: { dueMs: config.dueMs } };
  },
};
