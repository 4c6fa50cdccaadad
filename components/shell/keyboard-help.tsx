"use client";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Switch } from "@/components/ui/switch";
import { useCommandStore } from "./command-store";
import { inGroups } from "./in-groups";
import { everyPlace } from "./places";
import { useShortcutLetters } from "./shortcut-letters";

interface Line {
  keys: string;
  does: string;
}

function Lines({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <section className="break-inside-avoid pb-4">
      <h3 className="border-b border-line pb-1 text-small text-ink-3">{title}</h3>
      <dl>
        {lines.map((line) => (
          <div key={line.keys + line.does} className="flex min-h-8 items-center justify-between gap-4">
            <dt>{line.does}</dt>
            <dd>
              <Kbd keys={line.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function KeyboardHelp() {
  const open = useCommandStore((state) => state.open === "help");
  const show = useCommandStore((state) => state.show);
  const byOwner = useCommandStore((state) => state.byOwner);
  const letters = useShortcutLetters();
  const groups = inGroups(
    Object.values(byOwner)
      .flat()
      .filter((command) => command.keys),
  );
  return (
    <Dialog title="Keyboard" width="m" open={open} onOpenChange={(next) => show(next ? "help" : null)}>
      <div className="columns-1 gap-8 sm:columns-2">
        <Lines
          title="Everywhere"
          lines={[
            { keys: "Ctrl K", does: "Find or do anything" },
            { keys: "?", does: "This list" },
            { keys: "Esc", does: "Back one level" },
          ]}
        />
        <Lines title="Go to" lines={everyPlace.map((place) => ({ keys: `g ${place.key}`, does: place.label }))} />
        {[...groups].map(([group, commands]) => (
          <Lines key={group} title={group} lines={commands.map(({ keys = "", label }) => ({ keys, does: label }))} />
        ))}
      </div>
      <div className="border-t border-line py-3">
        <Switch
          label="Single-letter shortcuts"
          hint="Switch off if they get in the way of speech input. Ctrl or Cmd K keeps working."
          checked={letters.on}
          onCheckedChange={letters.choose}
        />
      </div>
    </Dialog>
  );
}
