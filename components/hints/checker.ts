import type { Setting, TextKind } from "../../lib/blameless/words";
import { keepAlso } from "../../lib/outbox/shell";
import type { FromReader, ToReader } from "./protocol";
import { type Hint, hintsOf } from "./texts";

/** Texts are asked for, read in a worker, and known from then on. There is one worker a tab; while it is away nothing is known, and nothing waits. */

/** Characters that are sent at once: what is typed meanwhile is next. */
const AT_ONCE = 4000;
/** Texts that stay known; the reader keeps sentences of its own. */
const MOST_KNOWN = 4000;
/** A text that takes longer has broken the reader: it is left unread. Milliseconds. */
const PATIENCE = 20_000;
const LONGEST_PAUSE = 30_000;

interface Wanted {
  kind: TextKind;
  text: string;
}
const nameOf = ({ kind, text }: Wanted) => `${kind} ${text}`;

export class Checker {
  private worker: Worker | null = null;
  private setting: { of: Setting; name: string } | null = null;
  private readonly known = new Map<string, readonly Hint[]>();
  private readonly wanted = new Map<string, Wanted>();
  private sent: { number: number; texts: readonly Wanted[]; late: ReturnType<typeof setTimeout> } | null = null;
  private number = 0;
  private failures = 0;
  private pausing: ReturnType<typeof setTimeout> | null = null;
  private readonly listeners = new Set<() => void>();
  /** Another one with each setting: what was read with the one before is read again. */
  edition = 0;
  /** Another number whenever something is known that was not. */
  stand = 0;
  /** What each rule asks, by its id; another map when another is known. */
  questions: ReadonlyMap<string, string> = new Map();

  constructor(private readonly open: () => Worker) {}

  /** Listeners are called when something is known that was not. */
  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  get isThere(): boolean {
    return this.worker !== null && this.setting !== null;
  }

  use(setting: Setting): void {
    const name = JSON.stringify(setting);
    if (this.setting?.name === name) return;
    this.setting = { of: setting, name };
    this.known.clear();
    this.edition++;
    if (this.worker) this.worker.postMessage({ setting } satisfies ToReader);
    else if (!this.pausing) this.worker = this.start(setting);
    // What is being read was asked of the setting before.
    if (this.sent) this.putBack();
    this.next();
    this.tell();
  }

  /** The hints of a text; undefined until it has been read. */
  of(text: string, kind: TextKind): readonly Hint[] | undefined {
    return text.trim() === "" ? [] : this.known.get(nameOf({ kind, text }));
  }

  /** Asks for what is not known yet. What was asked for last is read first: there one writes. */
  want(texts: readonly string[], kind: TextKind): void {
    const before = [...this.wanted.values()];
    const asked = texts.map((text) => ({ kind, text })).filter(({ text }) => this.of(text, kind) === undefined);
    const underway = new Set(this.sent?.texts.map(nameOf));
    this.wanted.clear();
    for (const one of [...asked, ...before]) if (!underway.has(nameOf(one))) this.wanted.set(nameOf(one), one);
    this.next();
  }

  private next() {
    if (!this.setting || this.sent || this.pausing || this.wanted.size === 0) return;
    const worker = (this.worker ??= this.start(this.setting.of));
    const texts: Wanted[] = [];
    let length = 0;
    for (const [name, one] of this.wanted) {
      if (texts.length && (one.kind !== texts[0]!.kind || length + one.text.length > AT_ONCE)) break;
      length += one.text.length;
      texts.push(one);
      this.wanted.delete(name);
    }
    const number = ++this.number;
    this.sent = { number, texts, late: setTimeout(() => this.gone(worker, true), PATIENCE) };
    worker.postMessage({ number, kind: texts[0]!.kind, texts: texts.map(({ text }) => text) } satisfies ToReader);
  }

  private start(setting: Setting): Worker {
    const worker = this.open();
    worker.onmessage = ({ data }: MessageEvent<FromReader>) => {
      if ("files" in data) return keepAlso(data.files);
      if ("found" in data) return this.answered(data);
      this.questions = data.questions;
      this.tell();
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.gone(worker, false);
    };
    worker.postMessage({ setting } satisfies ToReader);
    return worker;
  }

  private answered({ number, found }: Extract<FromReader, { number: number }>) {
    if (this.sent?.number !== number) return;
    const { texts, late } = this.sent;
    clearTimeout(late);
    this.sent = null;
    this.failures = 0;
    for (const [at, one] of texts.entries()) this.learn(one, hintsOf(one.text, found[at] ?? []));
    this.next();
    this.tell();
  }

  private learn(one: Wanted, hints: readonly Hint[]) {
    this.known.set(nameOf(one), hints);
    if (this.known.size > MOST_KNOWN) this.known.delete(this.known.keys().next().value!);
  }

  /** It died, or does not answer: another one is started after a pause that grows. */
  private gone(worker: Worker, isLate: boolean) {
    if (worker !== this.worker) return;
    worker.terminate();
    this.worker = null;
    const texts = this.sent?.texts ?? [];
    if (isLate) for (const one of texts) this.learn(one, []);
    this.putBack();
    this.pausing = setTimeout(
      () => {
        this.pausing = null;
        this.next();
      },
      Math.min(LONGEST_PAUSE, 1000 * 2 ** this.failures++),
    );
    this.tell();
  }

  private putBack() {
    if (!this.sent) return;
    clearTimeout(this.sent.late);
    const { texts } = this.sent;
    this.sent = null;
    for (const one of texts) if (this.of(one.text, one.kind) === undefined) this.wanted.set(nameOf(one), one);
  }

  private tell() {
    this.stand++;
    for (const listener of this.listeners) listener();
  }
}

export const checker = new Checker(() => new Worker(new URL("./worker.ts", import.meta.url)));
