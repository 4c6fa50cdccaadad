import { create } from "zustand";

const stored = "waymark-letter-shortcuts";

interface LetterState {
  on: boolean;
  choose: (on: boolean) => void;
}

function read(): boolean {
  return typeof localStorage === "undefined" || localStorage.getItem(stored) !== "off";
}

/** Whether single letters act as shortcuts. Pages with their own letters ask here too. */
export const useShortcutLetters = create<LetterState>()((set) => ({
  on: read(),
  choose: (on) => {
    localStorage.setItem(stored, on ? "on" : "off");
    set({ on });
  },
}));
