export interface Command {
  summary: string;
  /** Arguments after the command's name are in `process.argv` from index 3 on. */
  run(): Promise<unknown>;
}

/** What `npx waymark <name>` can do; each command is a composition root of its own. */
export const commands: Record<string, Command> = {
  start: { summary: "Start Waymark: database, web server and worker", run: () => import("./start") },
  audit: {
    summary: "audit verify: find changed, removed or inserted entries of the audit log",
    run: () => import("./audit"),
  },
  worker: { summary: "Run one more worker on the database of DATABASE_URL", run: () => import("./worker") },
};
