/** A small deterministic source of chance (sfc32): the same seed gives the same history on every machine. */
export class Chance {
  private a: number;
  private b: number;
  private c: number;
  private d = 1;

  constructor(seed: number, stream = 0) {
    this.a = seed | 0;
    this.b = (stream ^ 0x9e3779b9) | 0;
    this.c = (seed * 2654435761 + stream) | 0;
    for (let i = 0; i < 12; i++) this.bits();
  }

  private bits(): number {
    const t = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + t) | 0;
    return t >>> 0;
  }

  /** From 0 to below 1. */
  unit = () => this.bits() / 4294967296;
  /** A whole number from `low` to `high`, both included. */
  whole = (low: number, high: number) => low + Math.floor(this.unit() * (high - low + 1));
  chance = (share: number) => this.unit() < share;
  pick = <T>(from: readonly T[]): T => from[Math.floor(this.unit() * from.length)]!;

  /** One of the words by their weights. */
  weighted<T>(from: readonly (readonly [T, number])[]): T {
    let left = this.unit() * from.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [what, weight] of from) if ((left -= weight) < 0) return what;
    return from.at(-1)![0];
  }

  hex(length: number): string {
    let text = "";
    while (text.length < length) text += this.bits().toString(16).padStart(8, "0");
    return text.slice(0, length);
  }

  /** A UUIDv7 of this moment. */
  id(at: number): string {
    const time = Math.floor(at).toString(16).padStart(12, "0");
    const rest = this.hex(19);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-${"89ab"[Number.parseInt(rest[3]!, 16) & 3]}${rest.slice(4, 7)}-${rest.slice(7, 19)}`;
  }
}
