let held = 0;

/** Keeps the page under a dialog where it is, without letting it jump by the width of its scrollbar. Answers how to let go. */
export function holdPage(): () => void {
  const root = document.documentElement;
  if (held++ === 0) {
    const bar = window.innerWidth - root.clientWidth;
    root.style.overflow = "hidden";
    if (bar > 0) root.style.paddingRight = `${bar}px`;
  }
  return () => {
    held -= 1;
    if (held > 0) return;
    root.style.overflow = "";
    root.style.paddingRight = "";
  };
}
