import { create } from "zustand";
import type { IconName } from "@/components/icons";

/** Something that can be done by name. A page adds its own through `useCommands`. */
export interface Command {
  id: string;
  label: string;
  group: string;
  icon?: IconName;
  /** Shown beside the name and in the keyboard help: "Shift L". The page that adds it listens for it. */
  keys?: string;
  run: () => void;
}

interface CommandState {
  byOwner: Record<string, readonly Command[]>;
  open: "palette" | "help" | null;
  show: (open: CommandState["open"]) => void;
  add: (owner: string, commands: readonly Command[]) => void;
  remove: (owner: string) => void;
}

export const useCommandStore = create<CommandState>()((set) => ({
  byOwner: {},
  open: null,
  show: (open) => set({ open }),
  add: (owner, commands) => set((state) => ({ byOwner: { ...state.byOwner, [owner]: commands } })),
  remove: (owner) =>
    set((state) => {
      const { [owner]: _gone, ...byOwner } = state.byOwner;
      return { byOwner };
    }),
}));
