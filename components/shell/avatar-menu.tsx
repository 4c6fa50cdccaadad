"use client";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Menu } from "@/components/ui/menu";
import type { MenuEntry } from "@/components/ui/menu-entry";
import { toastFailed } from "@/components/ui/toast";
import { useCommandStore } from "./command-store";
import { leave, signInAsDemo } from "@/lib/client/session";
import { type Role, roles } from "@/lib/contract/contract";
import { type Member, roleWord } from "./member";
import { chooseTheme, type Theme, themes } from "./theme";

/** The server action of that name, handed down by the layout. */
export type SignOutEverywhere = (
  slug: string,
  input: Record<string, never>,
) => Promise<{ ok: true } | { ok: false; error: { message: string } }>;

interface AvatarMenuProps {
  ws: string;
  member: Member;
  /** Demo sign-ins exist, so one press changes the role. */
  demo: boolean;
  theme: Theme;
  /** The name stands beside the initials. */
  wide?: boolean;
  signOutEverywhere: SignOutEverywhere;
}

async function changeRole(role: Role, ws: string) {
  const answer = await signInAsDemo(role);
  if (answer.ok) window.location.assign(`/${ws}`);
  else toastFailed(`${roleWord[role]}: ${answer.message}`);
}

export function AvatarMenu({ ws, member, demo, theme: startTheme, wide = false, signOutEverywhere }: AvatarMenuProps) {
  const [theme, setTheme] = useState(startTheme);
  const show = useCommandStore((state) => state.show);
  const endSessions = async () => {
    const answer = await signOutEverywhere(ws, {});
    if (answer.ok) await leave();
    else toastFailed(answer.error.message);
  };
  const entries: MenuEntry[] = [
    ...(demo
      ? ([
          {
            type: "choice",
            label: "See it as",
            value: member.role,
            options: roles.map((role) => ({ value: role, label: roleWord[role] })),
            onValueChange: (role) => void changeRole(role as Role, ws),
          },
          { type: "separator" },
        ] as const satisfies MenuEntry[])
      : []),
    {
      type: "choice",
      label: "Theme",
      value: theme,
      options: themes.map(({ theme: value, label, icon }) => ({
        value,
        icon,
        label: label.replace(/^./, (letter) => letter.toUpperCase()),
      })),
      onValueChange: (next) => {
        setTheme(next as Theme);
        chooseTheme(next as Theme);
      },
    },
    { type: "separator" },
    { label: "Keyboard help", icon: "keyboard", keys: "?", onSelect: () => show("help") },
    { label: "Sign out", icon: "signOut", onSelect: () => void leave() },
    { label: "Sign out everywhere", icon: "system", note: "On all devices", onSelect: () => void endSessions() },
  ];
  return (
    <Menu
      side="right"
      align="end"
      entries={entries}
      head={
        <div className="px-2 pt-1 pb-2">
          <p className="font-semibold">{member.name}</p>
          <p className="text-small text-ink-3">
            {member.email}, {roleWord[member.role]}
          </p>
        </div>
      }
      trigger={
        <button
          type="button"
          aria-label={`${member.name}, your account and this browser`}
          className="flex h-9 w-full items-center gap-2.5 rounded-field px-1 text-left hover:bg-sunken data-[popup-open]:bg-sunken dark:hover:bg-raised"
        >
          <Avatar name={member.name} silent />
          {wide && <span className="min-w-0 flex-1 truncate">{member.name}</span>}
        </button>
      }
    />
  );
}
