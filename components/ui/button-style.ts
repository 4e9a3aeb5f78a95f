import clsx from "clsx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "border border-transparent bg-accent text-on-accent hover:bg-accent-strong active:bg-accent-strong",
  secondary: "border border-line bg-raised text-ink hover:border-edge hover:bg-hover active:bg-sunken",
  quiet: "border border-transparent text-soft hover:bg-sunken hover:text-ink active:bg-sunken",
  danger: "border border-transparent bg-danger text-on-danger hover:bg-danger-strong active:bg-danger-strong",
};

const SIZES: Record<ButtonSize, string> = {
  sm: "h-7 gap-1.5 px-2.5 text-13",
  md: "h-9 gap-2 px-3.5 text-14",
  lg: "h-11 gap-2 px-4.5 text-16",
};

/** The look of a button, for the few things that are one without being `<Button>` (a `summary`, a file's label). */
export function buttonStyle(variant: ButtonVariant = "secondary", size: ButtonSize = "md", className?: string): string {
  return clsx(
    "inline-flex shrink-0 select-none items-center justify-center rounded-md font-[550] whitespace-nowrap no-underline transition-colors",
    "disabled:pointer-events-none disabled:opacity-55 aria-disabled:cursor-default aria-disabled:opacity-65",
    "focus-visible:rounded-md [&_svg]:size-4 [&_svg]:shrink-0",
    VARIANTS[variant],
    SIZES[size],
    className,
  );
}
