/** The look of what floats: a raised sheet of paper with a hairline and a soft shade. */
export const floatingStyle =
  "floats fixed m-0 max-w-[calc(100vw-1rem)] overflow-auto rounded-md border border-line bg-raised p-1 text-14 text-ink shadow-float";
