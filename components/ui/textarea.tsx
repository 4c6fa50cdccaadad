"use client";
import { Field } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { fieldStyle } from "./field-style";
import { join } from "./join";

interface TextareaProps extends Omit<ComponentProps<"textarea">, "className" | "value" | "defaultValue"> {
  mono?: boolean;
  className?: string;
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
}

export function Textarea({ mono, className, rows = 4, value, defaultValue, onValueChange, ...rest }: TextareaProps) {
  return (
    <Field.Control
      {...(value === undefined ? {} : { value })}
      {...(defaultValue === undefined ? {} : { defaultValue })}
      {...(onValueChange ? { onValueChange } : {})}
      render={<textarea rows={rows} {...rest} />}
      className={join(fieldStyle, "h-auto! py-1.5 leading-[18px]", mono && "font-mono", className)}
    />
  );
}
