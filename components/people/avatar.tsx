import clsx from "clsx";

interface Props {
  person: { name: string; avatarUrl?: string | null };
  size?: "sm" | "md" | "lg";
  /** The name as a tooltip, where it does not stand beside the picture. */
  named?: boolean;
  className?: string;
}

const SIZES = { sm: "size-5.5 text-[0.625rem]", md: "size-7 text-12", lg: "size-12 text-16" };

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return (
    letters
      .map((word) => [...(word ?? "")].find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? "")
      .join("")
      .toUpperCase() || "?"
  );
}

/** A person's initials, or their picture where it is one of ours. All people look alike: no colour stands for anyone. */
export function Avatar({ person, size = "md", named, className }: Props) {
  const picture = person.avatarUrl?.startsWith("/") ? person.avatarUrl : null;
  const look = clsx(
    "inline-grid shrink-0 select-none place-items-center overflow-hidden rounded-full bg-sunken font-semibold text-soft ring-1 ring-hairline ring-inset",
    SIZES[size],
    className,
  );
  const words = named ? { role: "img", "aria-label": person.name, "data-tip": person.name } : { "aria-hidden": true };
  return (
    <span className={look} {...words}>
      {picture ? <img src={picture} alt="" className="size-full object-cover" /> : initials(person.name)}
    </span>
  );
}
