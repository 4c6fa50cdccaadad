import { defineConfig } from "@playwright/test";
import { findSystemBrowser } from "@/bin/test/find-browser";
import { anyFreePort } from "@/db/embedded/free-port";

// Chosen once and kept in the environment, because every test worker reads this file again.
process.env.WAYMARK_E2E_PORT ??= String(await anyFreePort());
process.env.WAYMARK_E2E_SMTP_PORT ??= String(await anyFreePort());
const port = Number(process.env.WAYMARK_E2E_PORT);
const smtpPort = Number(process.env.WAYMARK_E2E_SMTP_PORT);
const url = `http://localhost:${port}`;
const onContinuousIntegration = Boolean(process.env.CI);

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  forbidOnly: true,
  retries: 0,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    [onContinuousIntegration ? "line" : "list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? ".cache/playwright.json" }],
  ],
  use: {
    baseURL: url,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    viewport: { width: 1440, height: 900 },
    timezoneId: "Europe/Berlin",
    locale: "en-GB",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? findSystemBrowser(),
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
    },
  },
  projects: [{ name: "chromium", use: { browserName: "chromium" } }],
  webServer: [
    {
      command: "node --import tsx bin/start.ts",
      url: `${url}/api/health`,
      env: {
        PORT: String(port),
        WAYMARK_DATA_DIR: ".cache/e2e",
        WAYMARK_URL: url,
        WAYMARK_DEMO: "1",
        SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
        DATABASE_URL: "",
        LOG_LEVEL: "warn",
      },
      timeout: 300_000,
      stdout: "pipe",
      stderr: "pipe",
      gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
    },
    {
      command: "node --import tsx e2e/catch-mail.ts",
      port: smtpPort,
      env: { WAYMARK_E2E_SMTP_PORT: String(smtpPort) },
      gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
    },
  ],
});
