import path from "node:path";
import { env } from "@/lib/env";
import { terminalProgress } from "@/bin/start/progress";
import { runUntilStopped } from "@/bin/start/run-until-stopped";
import { startWaymark } from "@/bin/start/start-waymark";

const root = path.resolve(import.meta.dirname, "..");
const mode = process.argv.includes("--development") ? "development" : "production";

process.chdir(root);
await runUntilStopped(async (signal) => startWaymark({ env: env(), root, progress: terminalProgress(), mode, signal }));
