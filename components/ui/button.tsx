"use client";
import { Button as Base } from "@base-ui/react/button";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style";
import { Icon, type IconName } from "./icon";
import { join } from "./join";

export interface ButtonProps extends Omit<ComponentProps<"button">, "className"> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconName;
  /** Work is under way: keeps its width and focus, takes no further press, shows a spinner after 300 ms. */
  busy?: boolean;
  className?: string;
  children: ReactNode;
}

export function Button({
  variant,
  size,
  icon,
  busy,
  className,
  children,
  disabled,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <Base
      type={type}
      disabled={disabled || busy}
      focusableWhenDisabled={busy}
      aria-busy={busy || undefined}
      className={join(buttonStyle(variant, size), busy && "data-[disabled]:opacity-100", className)}
      {...rest}
    >
      <span className={join("inline-flex items-center gap-1.5", busy && "busy-label")}>
        {icon && <Icon name={icon} />}
        {children}
      </span>
      {busy && (
        <span className="busy-spinner absolute inset-0 grid place-items-center">
          <Icon name="busy" />
        </span>
      )}
    </Base>
  );
}
