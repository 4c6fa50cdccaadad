/** Says on the terminal what is being done, and how long the long steps took. */
export interface Progress {
  say(sentence: string): void;
  /** Run a step that may take long: its name at once, a sign of life every ten seconds, and how long it took. */
  during<T>(name: string, run: (note: (sentence: string) => void) => Promise<T>): Promise<T>;
}

const SIGN_OF_LIFE_MS = 10_000;

export function terminalProgress(write: (text: string) => void = (text) => process.stdout.write(text)): Progress {
  const say = (sentence: string) => write(`  ${sentence}\n`);
  return {
    say,
    async during(name, run) {
      const startedMs = performance.now();
      const seconds = () => ((performance.now() - startedMs) / 1000).toFixed(1);
      say(`${name} …`);
      let noted = "";
      const timer = setInterval(() => say(`${noted || name} … ${seconds()} s`), SIGN_OF_LIFE_MS);
      try {
        const result = await run((sentence) => {
          noted = sentence;
        });
        say(`${name}: done in ${seconds()} s`);
        return result;
      } finally {
        clearInterval(timer);
      }
    },
  };
}
