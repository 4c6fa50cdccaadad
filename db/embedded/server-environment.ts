/** What the server's programs get to see: nothing of ours, and the same language and clock everywhere. */
export const serverEnvironment = { LC_ALL: "C", TZ: "UTC", NODE_ENV: "production" } as const;
