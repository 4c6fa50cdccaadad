import { type ChildProcess, spawn } from "node:child_process";

const RESTARTS_MAX = 5;
const RESTART_WINDOW_MS = 60_000;
const STOP_PATIENCE_MS = 10_000;

export interface Part {
  /** As in "The web server ended." */
  name: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** Whether its standard output is shown; its errors always are. */
  talks: boolean;
}

export interface Supervised {
  /** Settles with a sentence when the part keeps ending and is given up. */
  gaveUp: Promise<string>;
  stop(): Promise<void>;
}

/** Keeps a child process running: starts it again when it ends, and gives up when that does not help. */
export function supervise(part: Part, say: (sentence: string) => void): Supervised {
  const endedAtMs: number[] = [];
  let stopping = false;
  let child: ChildProcess;
  let giveUp: (sentence: string) => void;
  const gaveUp = new Promise<string>((resolve) => {
    giveUp = resolve;
  });

  const run = () => {
    child = spawn(process.execPath, part.args, {
      cwd: part.cwd,
      env: part.env,
      // Its own process group, so that Ctrl-C reaches us alone and we stop things in order; the channel tells it when we are gone.
      detached: true,
      stdio: ["ignore", part.talks ? "inherit" : "ignore", "inherit", "ipc"],
    });
    child.once("error", () => undefined);
    child.once("exit", (code, signal) => {
      if (stopping) return;
      const nowMs = performance.now();
      endedAtMs.push(nowMs);
      const how = signal ?? `code ${code}`;
      const recent = endedAtMs.filter((at) => nowMs - at < RESTART_WINDOW_MS).length;
      if (recent > RESTARTS_MAX) return giveUp(`${part.name} ended ${recent} times within a minute (${how}).`);
      say(`${part.name} ended (${how}). Starting it again.`);
      setTimeout(() => stopping || run(), 200 * 2 ** recent);
    });
  };
  run();

  return {
    gaveUp,
    async stop() {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), STOP_PATIENCE_MS);
      await gone;
      clearTimeout(timer);
    },
  };
}
