import type { Step } from "@/lib/journey/document";

const names: Record<string, string> = {
  next: "Next",
  sent: "Sent",
  engaged: "Engaged",
  clicked: "Clicked",
  opened: "Opened only",
  no_response: "No response",
  not_sent: "Not sent",
  done: "Done",
  late: "Late",
  happened: "Happened",
  timed_out: "Timed out",
  reached: "Reached",
  else: "Everyone else",
};

/** A port in words: the name of a branch's case, else the usual word. */
export function portName(step: Step | undefined, port: string): string {
  if (step?.kind === "branch") return step.config.cases.find((one) => one.id === port)?.name ?? names[port] ?? port;
  return names[port] ?? port;
}
