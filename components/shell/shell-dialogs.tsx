"use client";
import dynamic from "next/dynamic";
import { useMemo, useRef } from "react";
import { useCommandStore } from "./command-store";
import { searchOver } from "./search-over";
import { useShellKeys } from "./use-shell-keys";

const CommandPalette = dynamic(() => import("./command-palette").then((file) => file.CommandPalette), { ssr: false });
const KeyboardHelp = dynamic(() => import("./keyboard-help").then((file) => file.KeyboardHelp), { ssr: false });

/** The palette and the help, fetched when first asked for. */
export function ShellDialogs({ ws, searchUrl }: { ws: string; searchUrl?: string }) {
  useShellKeys(ws);
  const open = useCommandStore((state) => state.open);
  const fetched = useRef(new Set<string>());
  if (open) fetched.current.add(open);
  const search = useMemo(() => (searchUrl ? searchOver(searchUrl) : undefined), [searchUrl]);
  return (
    <>
      {fetched.current.has("palette") && <CommandPalette ws={ws} {...(search ? { search } : {})} />}
      {fetched.current.has("help") && <KeyboardHelp />}
    </>
  );
}
