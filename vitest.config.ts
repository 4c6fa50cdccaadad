import path from "node:path";
import { defineConfig } from "vitest/config";

const exclude = ["**/node_modules/**", ".next/**", ".data/**", ".cache/**", "e2e/**"];

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    projects: [
      {
        extends: true,
        // Properties and brute force take seconds on a machine that is busy with something else. Pure code shares
        // nothing, so its files need no process each.
        test: {
          name: "pure",
          setupFiles: ["vitest.setup.ts"],
          pool: "threads",
          isolate: false,
          include: ["**/*.test.ts"],
          exclude: [...exclude, "**/*.db.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          setupFiles: ["vitest.setup.ts"],
          include: ["**/*.db.test.ts"],
          exclude,
          globalSetup: ["db/testing/global-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
