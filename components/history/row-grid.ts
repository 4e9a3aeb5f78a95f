/** The columns of the history, which its head and its skeleton share: ref, severity, what, how long, when. */
export const ROW_GRID = "lg:grid lg:grid-cols-[4.25rem_5.25rem_minmax(0,1fr)_minmax(12rem,16.5rem)_5.5rem] lg:gap-x-4";
