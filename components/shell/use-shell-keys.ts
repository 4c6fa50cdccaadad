"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useCommandStore } from "./command-store";
import { isTyping } from "./is-typing";
import { meaningOf } from "./key-sequence";
import { everyPlace, placeHref } from "./places";
import { useShortcutLetters } from "./shortcut-letters";

/** Listens for what works on every page: `g` and a letter, `?`, Ctrl or Cmd K. */
export function useShellKeys(ws: string) {
  const router = useRouter();
  const show = useCommandStore((state) => state.show);
  const lettersOn = useShortcutLetters((state) => state.on);
  useEffect(() => {
    let prefixAtMs: number | null = null;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const meaning = meaningOf(
        {
          key: event.key,
          atMs: event.timeStamp,
          ctrlOrMeta: event.ctrlKey || event.metaKey,
          alt: event.altKey,
          typing: isTyping(event.target),
        },
        prefixAtMs,
        lettersOn,
      );
      prefixAtMs = meaning.type === "prefix" ? event.timeStamp : null;
      if (meaning.type === "nothing" || meaning.type === "prefix") return;
      if (meaning.type === "go") {
        const place = everyPlace.find(({ key }) => key === meaning.key);
        if (!place) return;
        event.preventDefault();
        // The second letter belongs to the shell alone; a page with the same letter must not hear it.
        event.stopImmediatePropagation();
        router.push(placeHref(ws, place));
        return;
      }
      event.preventDefault();
      show(meaning.type);
    };
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, [ws, router, show, lettersOn]);
}
