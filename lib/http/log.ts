import pino from "pino";

/** Structured logs on standard error; addresses and secrets are never written. */
export const log = pino(
  {
    level: process.env.LOG_LEVEL ?? "info",
    redact: { paths: ["*.email", "*.password", "*.phone", "*.authorization", "*.cookie", "authorization", "email", "password"], censor: "[redacted]" },
  },
  pino.destination(2),
);
