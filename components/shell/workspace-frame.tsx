import type { ReactNode } from "react";
import type { SignOutEverywhere } from "./avatar-menu";
import { BottomBar } from "./bottom-bar";
import { DemoBar } from "./demo-bar";
import type { Member } from "./member";
import { Rail } from "./rail";
import { ShellDialogs } from "./shell-dialogs";
import type { Theme } from "./theme";

interface WorkspaceFrameProps {
  ws: string;
  workspaceName: string;
  member: Member;
  demo: boolean;
  /** A sentence in the demo bar, e.g. that it can be reached from other machines. */
  warning?: string;
  theme: Theme;
  railWide: boolean;
  approvalsWaiting?: number;
  /** Answers `?q=` with `{ hits }`; without it the palette finds pages and commands only. */
  searchUrl?: string;
  signOutEverywhere: SignOutEverywhere;
  children: ReactNode;
}

/** Everything around a page: rail or bottom bar, demo bar, palette, keyboard help. */
export function WorkspaceFrame({
  ws,
  workspaceName,
  member,
  demo,
  warning,
  theme,
  railWide,
  approvalsWaiting = 0,
  searchUrl,
  signOutEverywhere,
  children,
}: WorkspaceFrameProps) {
  return (
    <div data-frame data-demo={demo || undefined}>
      <a
        href="#content"
        className="fixed top-1 left-1 z-60 -translate-y-16 rounded-field bg-accent px-3 py-2 text-on-accent focus:translate-y-0"
      >
        Skip to the content
      </a>
      {demo && <DemoBar>{warning && <span className="text-warn">{warning}</span>}</DemoBar>}
      <div className="flex">
        <Rail
          ws={ws}
          workspaceName={workspaceName}
          member={member}
          demo={demo}
          theme={theme}
          wideAtStart={railWide}
          approvalsWaiting={approvalsWaiting}
          signOutEverywhere={signOutEverywhere}
        />
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 pb-[var(--bottom-bar)] outline-none">
          {children}
        </main>
      </div>
      <BottomBar ws={ws} approvalsWaiting={approvalsWaiting} />
      <ShellDialogs ws={ws} {...(searchUrl ? { searchUrl } : {})} />
    </div>
  );
}
