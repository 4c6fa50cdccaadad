// Preloaded into the web server and the worker: when the start is killed, they must not stay behind.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
