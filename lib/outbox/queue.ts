import { type Answer, type Moment, newEntryId, stamped, type Unsent } from "./rules";

/** Where what is unsent is kept; in a browser IndexedDB, shared by all tabs. */
export interface UnsentStore {
  /** Before anything else and at once: a tab that is closed before `add` resolves has lost nothing. False where that cannot be had. */
  jot(item: Omit<Unsent, "n">): boolean;
  /** Resolves when it is kept, with its place in the order. */
  add(item: Omit<Unsent, "n">): Promise<number>;
  /** In the order typed. */
  all(personId: string): Promise<Unsent[]>;
  put(item: Unsent): Promise<void>;
  remove(n: number): Promise<void>;
}

export interface Outside {
  store: UnsentStore;
  post(path: string, body: Record<string, unknown>): Promise<Answer>;
  /** Runs while no other tab does. */
  alone(run: () => Promise<void>): Promise<void>;
  /** Who is signed in: their id, null for nobody, undefined where there was no answer. */
  whoIs(): Promise<string | null | undefined>;
  now(): Moment;
  later(ms: number, run: () => void): () => void;
  random(): number;
  changed(): void;
  /** The server has it: called before it leaves the list, so that its row never blinks. */
  sent(item: Unsent, row: unknown): void;
  signedOut(): void;
}

/** After everything, until the store has said which place it has. */
const UNPLACED = Number.MAX_SAFE_INTEGER;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 20_000;
const MOST_BROKEN = 5;

/** Sends what a person wrote: once, in the order typed, by one tab at a time, for as long as it takes. */
export class Outbox {
  private listed: readonly Unsent[] = [];
  private keeping: Promise<unknown> = Promise.resolve();
  private loading: Promise<void> = Promise.resolve();
  private running = false;
  private again = false;
  private failures = 0;
  private broken = new Map<string, number>();
  private retry: (() => void) | null = null;
  /** The cookie may have become somebody else's: nothing is sent in a name before it was looked at. */
  private isChecked = false;

  constructor(
    readonly personId: string,
    private readonly outside: Outside,
  ) {}

  get items(): readonly Unsent[] {
    return this.listed;
  }
  /** False once something did not get through: then a row says that it waits. */
  get isFlowing() {
    return this.failures === 0;
  }

  /** Keeps it, then sends it. Resolves when it is kept: from then on a closed tab loses nothing. */
  async add(ref: string, path: string, body: Record<string, unknown>): Promise<void> {
    const typed = this.outside.now();
    const draft = { id: newEntryId(typed.at), personId: this.personId, ref, path, body, typed, refused: null };
    const isJotted = this.outside.store.jot(draft);
    this.show([...this.listed, { ...draft, n: UNPLACED }]);
    const kept = this.keeping.then(async () => ({ ...draft, n: await this.outside.store.add(draft) }));
    this.keeping = kept.catch(() => undefined);
    const placed = kept.then((item) => {
      this.show(this.listed.map((known) => (known.id === item.id ? item : known)));
      void this.flush();
    });
    if (isJotted) placed.catch(() => undefined);
    else await placed;
  }

  /** Another tab changed something, or this page has just opened. One after the other, so that an older look cannot replace a newer one. */
  load(): Promise<void> {
    const loaded = this.loading.then(async () => {
      const settled = new Set(this.listed.filter(({ n }) => n !== UNPLACED).map(({ id }) => id));
      const kept = await this.outside.store.all(this.personId);
      const ids = new Set(kept.map(({ id }) => id));
      // What is being kept just now may not be in there yet.
      this.show([...kept, ...this.listed.filter(({ id }) => !ids.has(id) && !settled.has(id))]);
    });
    this.loading = loaded.catch(() => undefined);
    return loaded;
  }

  /** The network, the person or the tab is back: now, rather than after the rest of the wait. */
  wake(mayBeSomeoneElse = false) {
    if (mayBeSomeoneElse) this.isChecked = false;
    void this.flush();
  }

  /** For what was refused: as it was, or with the words that the person changed. */
  async resend(id: string, body?: Record<string, unknown>) {
    const item = this.find(id);
    if (!item) return;
    this.broken.delete(id);
    await this.outside.store.put({ ...item, body: body ?? item.body, refused: null });
    await this.load();
    void this.flush();
  }

  async discard(id: string) {
    const item = this.find(id);
    if (item) await this.outside.store.remove(item.n);
    await this.load();
    this.outside.changed();
  }

  stop() {
    this.retry?.();
    this.running = true;
  }

  private find = (id: string) => this.listed.find((item) => item.id === id && item.n !== UNPLACED);

  private show(items: readonly Unsent[]) {
    this.listed = items;
    this.outside.changed();
  }

  private async flush(): Promise<void> {
    this.retry?.();
    this.retry = null;
    if (this.running) return void (this.again = true);
    this.running = true;
    try {
      do {
        this.again = false;
        await this.outside.alone(() => this.sendAll());
      } while (this.again);
    } catch {
      this.wait(null);
    } finally {
      this.running = false;
    }
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      // Read anew each time: another tab may have sent it, or the person taken it back.
      await this.load();
      const next = this.listed.find((item) => item.refused === null && item.n !== UNPLACED);
      if (!next) return void (this.failures = 0);
      if (!(await this.isMine())) return;
      const answer = await this.outside.post(next.path, stamped(next, this.outside.now()));
      if (answer.kind === "sent") {
        this.outside.sent(next, answer.row);
        await this.outside.store.remove(next.n);
        this.broken.delete(next.id);
        this.failures = 0;
      } else if (answer.kind === "refused" || (answer.kind === "broken" && this.isHopeless(next))) {
        await this.outside.store.put({ ...next, refused: answer.refusal });
      } else if (answer.kind === "signed_out") {
        this.isChecked = false;
        this.failures++;
        this.outside.signedOut();
        return this.outside.changed();
      } else return this.wait(answer.kind === "not_now" ? answer.retryAfter : null);
    }
  }

  /** A server that fails at this one again and again must not hold up the others for ever; its words stay. */
  private isHopeless({ id }: Unsent): boolean {
    const times = (this.broken.get(id) ?? 0) + 1;
    this.broken.set(id, times);
    return times >= MOST_BROKEN;
  }

  private async isMine(): Promise<boolean> {
    if (this.isChecked) return true;
    const who = await this.outside.whoIs();
    this.isChecked = who === this.personId;
    if (who === undefined) this.wait(null);
    else if (who === null) {
      this.failures++;
      this.outside.signedOut();
      this.outside.changed();
    }
    return this.isChecked;
  }

  private wait(retryAfter: number | null) {
    const patience = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.failures++) * (0.5 + this.outside.random() / 2);
    this.retry?.();
    this.retry = this.outside.later(Math.max(patience, (retryAfter ?? 0) * 1000), () => void this.flush());
    this.outside.changed();
  }
}
