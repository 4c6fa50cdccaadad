import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

interface EmptyStateProps {
  icon?: IconName;
  /** What will be here: "No accounts yet". */
  title: ReactNode;
  /** How it gets here, in one or two sentences. */
  children?: ReactNode;
  /** One action, and at most one other way. */
  action?: ReactNode;
}

export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="flex max-w-[56ch] flex-col items-start gap-2 py-8">
      {icon && <Icon name={icon} size={20} className="text-ink-3" />}
      <p className="text-section">{title}</p>
      {children && <div className="text-ink-2">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
