/**
 * Progress of what takes long. A terminal sees the seconds run; a log gets one line when a step ends, and one every ten seconds while it lasts.
 */
const tty = process.stdout.isTTY && !process.env.CI;
const seconds = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`;

/** @type {(line: string) => void} */
export const say = (line) => {
  console.log(line);
};

/**
 * Runs one named step. Quick ones (under `quiet` ms) leave no line.
 * @template T
 * @param {string} what @param {() => Promise<T> | T} work @param {{ quiet?: number }} [options]
 * @returns {Promise<T>}
 */
export async function step(what, work, { quiet = 300 } = {}) {
  const from = Date.now();
  const timer = setInterval(
    () => {
      if (tty) process.stdout.write(`\r  ${what} … ${seconds(from)} `);
      else say(`  ${what} … ${seconds(from)}`);
    },
    tty ? 200 : 10_000,
  );
  timer.unref();
  let failed = true;
  try {
    const result = await work();
    failed = false;
    return result;
  } finally {
    clearInterval(timer);
    const clear = tty ? "\r\x1b[K" : "";
    if (failed || Date.now() - from >= quiet) say(`${clear}  ${what}${failed ? " failed after" : ":"} ${seconds(from)}`);
    else if (clear) process.stdout.write(clear);
  }
}
