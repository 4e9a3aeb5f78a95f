/** What the rules share by which a person is made the cause. */

/** Somebody of ours, as a phrase. */
export const ONE = "(#Determiner|a|an|the|our)? (#Noun|#Adjective|#Place)* (#Them|#Crowd)&!#TheirOwn ((on|from|in) #Noun #Noun?)?";

export const BY_NAME = {
  why: "A person as the cause ends the search: whoever had stood there might have done the same.",
  question: "What made it possible, and what would have stopped it whoever did it?",
} as const;
