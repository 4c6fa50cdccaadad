"use client";
import { useEffect, useId } from "react";
import { type Command, useCommandStore } from "./command-store";

/** Offers commands in the palette and the keyboard help while the caller is on screen. Memoize the list. */
export function useCommands(commands: readonly Command[]) {
  const owner = useId();
  const add = useCommandStore((state) => state.add);
  const remove = useCommandStore((state) => state.remove);
  useEffect(() => {
    add(owner, commands);
    return () => remove(owner);
  }, [owner, commands, add, remove]);
}
