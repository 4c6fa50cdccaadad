import pino from "pino";
import { env } from "@/lib/env";

/** Structured logs on standard error; addresses and secrets are never written. */
export const log = pino(
  {
    level: env().logLevel,
    redact: {
      paths: ["*.email", "*.password", "*.phone", "*.authorization", "*.cookie", "authorization", "email", "password"],
      censor: "[redacted]",
    },
  },
  pino.destination(2),
);
