import type { ComponentProps } from "react";
import { fieldStyle } from "./field-style";

export type InputProps = ComponentProps<"input"> & { look?: "md" | "lg" };

/** A line of text. `look="lg"` is for the one field that a screen is about. */
export function Input({ className, look = "md", type = "text", ...rest }: InputProps) {
  return <input type={type} className={fieldStyle(`${look === "lg" ? "h-11 px-3.5 text-16" : "h-9 px-3"} ${className ?? ""}`)} {...rest} />;
}
