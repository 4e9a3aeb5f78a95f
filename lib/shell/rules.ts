/** One word of a POSIX shell, whatever it holds: what someone copies into a terminal runs nothing else. */
export const shellWord = (text: string): string => (/^[\w@%+=:,./][\w@%+=:,./-]*$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** The very `git diff` between two versions; what begins with a dash is no option to it. */
export const gitDiff = (before: string, after: string): string => {
  const range = `${before}..${after}`;
  return `git diff ${range.startsWith("-") ? "--end-of-options " : ""}${shellWord(range)}`;
};

/** The same, piped to where a change keeps its diff, with a token from the environment. */
export const pipedDiff = (diff: string, address: string): string =>
  `${diff} | curl -sS -X PUT --data-binary @- -H "Authorization: Bearer $CANDOR_TOKEN" -H "Content-Type: text/plain" ${shellWord(address)}`;
