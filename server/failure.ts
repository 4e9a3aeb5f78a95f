/** What stops a start or a step of it: its message is one sentence for the person at the terminal, shown without a stack. */
export class StartFailure extends Error {}
