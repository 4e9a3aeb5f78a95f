import clsx from "clsx";

/** The look that input, textarea, select and combobox share. */
export const fieldStyle = (className?: string) =>
  clsx(
    "w-full min-w-0 rounded-md border border-edge bg-raised text-14 text-ink transition-colors",
    "hover:border-soft disabled:cursor-not-allowed disabled:bg-sunken disabled:text-faint",
    "focus-visible:rounded-md focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0",
    "aria-invalid:border-danger aria-invalid:focus-visible:outline-danger",
    className,
  );
