import path from "node:path";
import { Worker } from "node:worker_threads";

const TIME_MAX_MS = 500;
const MEMORY_MAX_MB = 64;
const WORKERS = 2;
/** A fresh thread needs this long to load before its first job's time counts. */
const START_MAX_MS = 10_000;

/** How a value is made safe where it is put: HTML text, a part of an address, inside a JSON string, or as it is. */
export type Escape = "html" | "url" | "json" | "none";
export interface TemplatePart {
  source: string;
  escape: Escape;
}

export type RenderResult<Name extends string> =
  | { ok: true; rendered: Record<Name, string>; unknown: string[] }
  | {
      ok: false;
      problem: { code: "liquid.wrong" | "liquid.too_slow" | "liquid.too_big"; part: string; message: string };
    };

interface Reply {
  id: number;
  rendered?: Record<string, string>;
  unknown?: string[];
  problem?: { part: string; message: string };
}

interface Job {
  id: number;
  message: { id: number; parts: Record<string, TemplatePart>; scope: object; wantUnknown: boolean };
  done(result: RenderResult<string>): void;
}

/** Liquid in worker threads, because its own limits overrun: a template that takes more than 500 ms or 64 MB loses
 * its thread and fails alone. Scope is JSON. */
export class Renderer {
  readonly #waiting: Job[] = [];
  readonly #slots: Slot[];
  #lastId = 0;
  #closed = false;

  constructor(workers = WORKERS) {
    this.#slots = Array.from({ length: workers }, () => new Slot(() => this.#next()));
  }

  render<Name extends string>(
    parts: Record<Name, TemplatePart>,
    scope: object,
    { wantUnknown = false } = {},
  ): Promise<RenderResult<Name>> {
    if (this.#closed) throw new Error("The renderer is closed.");
    return new Promise((resolve) => {
      const id = ++this.#lastId;
      this.#waiting.push({
        id,
        message: { id, parts, scope, wantUnknown },
        done: (result) => resolve(result as RenderResult<Name>),
      });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all(this.#slots.map((slot) => slot.close()));
  }

  #next(): void {
    for (const slot of this.#slots) {
      if (this.#waiting.length === 0) return;
      if (slot.isFree) slot.run(this.#waiting.shift() as Job);
    }
  }
}

class Slot {
  #worker: Worker | null = null;
  #job: Job | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly onFree: () => void) {}

  get isFree(): boolean {
    return this.#job === null;
  }

  run(job: Job): void {
    this.#job = job;
    const worker = this.#worker ?? this.#start();
    this.#limit(this.#isOnline ? TIME_MAX_MS : START_MAX_MS);
    worker.postMessage(job.message);
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #isOnline = false;

  #start(): Worker {
    const file = path.join(process.cwd(), "lib/render/liquid/render-worker.mjs");
    const worker = new Worker(file, {
      execArgv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MAX_MB, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
    });
    worker.unref();
    worker.on("online", () => {
      this.#isOnline = true;
      if (this.#job) this.#limit(TIME_MAX_MS + LOAD_MS);
    });
    worker.on("message", (reply: Reply) => {
      if (this.#worker !== worker || this.#job?.id !== reply.id) return;
      this.#finish(
        reply.rendered
          ? { ok: true, rendered: reply.rendered, unknown: reply.unknown ?? [] }
          : {
              ok: false,
              problem: { code: "liquid.wrong", part: reply.problem?.part ?? "", message: reply.problem?.message ?? "" },
            },
      );
    });
    worker.on("error", (error: NodeJS.ErrnoException) => {
      if (this.#worker !== worker) return;
      this.#drop();
      const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      this.#finish({
        ok: false,
        problem: isMemory
          ? { code: "liquid.too_big", part: "", message: `The template needs more than ${MEMORY_MAX_MB} MB.` }
          : { code: "liquid.wrong", part: "", message: error.message },
      });
    });
    this.#worker = worker;
    return worker;
  }

  #limit(ms: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.#worker?.terminate();
      this.#drop();
      this.#finish({
        ok: false,
        problem: { code: "liquid.too_slow", part: "", message: `The template takes longer than ${TIME_MAX_MS} ms.` },
      });
    }, ms);
  }

  #drop(): void {
    this.#worker = null;
    this.#isOnline = false;
  }

  #finish(result: RenderResult<string>): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const job = this.#job;
    this.#job = null;
    job?.done(result);
    this.onFree();
  }
}

/** Loading liquidjs itself, once per thread, on a busy machine. */
const LOAD_MS = 2_000;
