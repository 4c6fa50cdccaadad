"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isTyping } from "@/components/shell/is-typing";
import { useShortcutLetters } from "@/components/shell/shortcut-letters";
import { useBuilderStore } from "./builder-context";
import type { BuilderStore } from "./builder-store";
import { focusStep } from "./focus-step";
import { stepThroughProblems } from "./problems-panel";
import { copyText, paste, removeSteps, selectedSteps } from "./step-acts";

/** Once a panel is there or gone, the same step has the focus: as a row, or as a card. */
function focusSoon(store: BuilderStore): void {
  const { focusedId } = store.getState();
  if (focusedId !== null) setTimeout(() => focusStep(focusedId), 30);
}

/** What works anywhere on the page: undo, clipboard, problems, panels, modes. Text fields keep their own undo and clipboard. */
export function useBuilderKeys(): void {
  const store = useBuilderStore();
  const router = useRouter();
  const lettersOn = useShortcutLetters((state) => state.on);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (event.key === "F8") {
        event.preventDefault();
        return stepThroughProblems(store, event.shiftKey ? -1 : 1);
      }
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && store.getState().mode === "build") {
        event.preventDefault();
        return store.getState().set({ publishing: true });
      }
      if (isTyping(event.target)) return;
      const { undo, redo, set, panel, workspace, journeyId } = store.getState();
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        if (key === "z" || key === "y") {
          event.preventDefault();
          if (key === "y" || event.shiftKey) redo();
          else undo();
        } else if (key === "f") {
          event.preventDefault();
          set({ finding: true });
        }
        return;
      }
      if (event.altKey || !lettersOn) return;
      if (key === "o") {
        set({ panel: panel === "outline" ? null : "outline" });
        focusSoon(store);
      } else if (key === "1" && !event.shiftKey) router.push(`/${workspace}/journeys/${journeyId}/build`);
      else if (key === "4" && !event.shiftKey) router.push(`/${workspace}/journeys/${journeyId}/live`);
    };
    const onCopy = (event: ClipboardEvent) => {
      if (isTyping(event.target) || !getSelection()?.isCollapsed) return;
      const text = copyText(store);
      if (text === null) return;
      event.clipboardData?.setData("text/plain", text);
      event.preventDefault();
      if (event.type === "cut" && store.getState().mode === "build") removeSteps(store, selectedSteps(store));
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isTyping(event.target) || store.getState().mode !== "build") return;
      if (paste(store, event.clipboardData?.getData("text/plain") ?? "")) event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCopy);
    document.addEventListener("paste", onPaste);
    return () => {
      window.removeEventListener("keydown", onKey);
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCopy);
      document.removeEventListener("paste", onPaste);
    };
  }, [store, router, lettersOn]);
}
