import path from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    projects: [
      { extends: true, test: { name: "pure", include: ["**/*.test.ts"], exclude: ["**/node_modules/**", "**/*.db.test.ts", "e2e/**"] } },
      { extends: true, test: { name: "db", include: ["**/*.db.test.ts"], exclude: ["**/node_modules/**"], testTimeout: 30_000, hookTimeout: 60_000 } },
    ],
  },
});
