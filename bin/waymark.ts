import { commands } from "./commands";

const [name] = process.argv.slice(2);
const command = name === undefined ? undefined : commands[name];

if (command !== undefined) {
  await command.run().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
} else {
  const width = Math.max(...Object.keys(commands).map((one) => one.length));
  const lines = Object.entries(commands).map(([one, { summary }]) => `  ${one.padEnd(width)}  ${summary}`);
  const isHelp = name === undefined || name === "help" || name === "--help" || name === "-h";
  const text = `Usage: npx waymark <command>\n\n${lines.join("\n")}\n`;
  if (isHelp) process.stdout.write(text);
  else {
    process.stderr.write(`There is no command ${name}.\n\n${text}`);
    process.exitCode = 1;
  }
}
