import { z } from "zod";

const onOff = z.enum(["0", "1"], "must be 0 or 1").transform((value) => value === "1");
const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must look like postgres://user:password@host:5432/name",
});

const schema = z.object({
  NODE_ENV: z
    .enum(["development", "production", "test"], "must be development, production or test")
    .default("development"),
  PORT: z.coerce
    .number("must be a whole number from 1 to 65535")
    .int("must be a whole number from 1 to 65535")
    .min(1, "must be a whole number from 1 to 65535")
    .max(65_535, "must be a whole number from 1 to 65535")
    .optional(),
  HOST: z.string().optional(),
  DATABASE_URL: postgresUrl.optional(),
  WAYMARK_DATA_DIR: z.string().default(".data"),
  WAYMARK_DEMO: onOff.optional(),
  WAYMARK_URL: z
    .url({ protocol: /^https?$/, error: "must be a web address such as https://waymark.example.com" })
    .optional(),
  WAYMARK_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must look like smtp://user:password@host:587" }).optional(),
  WAYMARK_LOCAL_WEBHOOKS: onOff.default(false),
  LOG_LEVEL: z
    .enum(
      ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
      "must be fatal, error, warn, info, debug, trace or silent",
    )
    .default("info"),
  CHROMIUM_PATH: z.string().optional(),
  WAYMARK_INSTALL_BROWSER: onOff.default(true),
});

export interface Env {
  mode: "development" | "production" | "test";
  port: number;
  /** False when PORT is not set, so that the start may choose the next free one. */
  portGiven: boolean;
  host: string | undefined;
  /** Unset means the embedded Postgres of the data directory. */
  databaseUrl: string | undefined;
  dataDir: string;
  /** Whether the demo workspace and its sign-ins exist. */
  demo: boolean;
  /** The address customers and team members reach Waymark at, without a trailing slash. */
  url: string;
  /** Signs sessions and links. Made once in the data directory by the start. */
  secret: string | undefined;
  /** Unset means the built-in mailbox. */
  smtpUrl: string | undefined;
  /** Webhooks may call this machine itself; for trials only. */
  localWebhooks: boolean;
  logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";
  chromiumPath: string | undefined;
  installBrowser: boolean;
}

/**
 * Reads and checks the configuration. An empty variable counts as unset.
 * @throws Error with one line per bad variable, naming it and what it must be.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}.`);
    throw new Error(`The configuration is not usable.\n${lines.join("\n")}`);
  }
  const vars = parsed.data;
  const port = vars.PORT ?? 3000;
  return {
    mode: vars.NODE_ENV,
    port,
    portGiven: vars.PORT !== undefined,
    host: vars.HOST,
    databaseUrl: vars.DATABASE_URL,
    dataDir: vars.WAYMARK_DATA_DIR,
    demo: vars.WAYMARK_DEMO ?? !(vars.NODE_ENV === "production" && vars.DATABASE_URL !== undefined),
    url: (vars.WAYMARK_URL ?? `http://localhost:${port}`).replace(/\/+$/, ""),
    secret: vars.WAYMARK_SECRET,
    smtpUrl: vars.SMTP_URL,
    localWebhooks: vars.WAYMARK_LOCAL_WEBHOOKS,
    logLevel: vars.LOG_LEVEL,
    chromiumPath: vars.CHROMIUM_PATH,
    installBrowser: vars.WAYMARK_INSTALL_BROWSER,
  };
}

let cached: Env | undefined;

/** The configuration of this process, read on first use. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}
