import type { Message } from "./rows";

const MOST = 256;
const MOST_BYTES = 1_000_000;
/** Words that were taken back must not come out of here again; of what keeps no history an edit takes them back. */
const TAKEN_BACK = /^(timeline\.(redacted|deleted)|(change|factor|action)\.(updated|judged|removed)|net\.answered)$/;

/** The last messages of a room, so that a wave of reconnecting browsers is answered from memory. */
export class Recent {
  private messages: Message[] = [];
  private bytes = 0;

  add(message: Message) {
    const last = this.messages.at(-1);
    // A gap would make "everything after" untrue.
    if ((last && message.seq !== last.seq + 1) || TAKEN_BACK.test(message.type)) this.clear();
    this.messages.push(message);
    this.bytes += message.bytes.length;
    while (this.messages.length > MOST || (this.bytes > MOST_BYTES && this.messages.length > 1)) this.bytes -= this.messages.shift()!.bytes.length;
  }

  /** Every message after a number, or null where that reaches further back than what is kept. */
  after(seq: number): Message[] | null {
    const first = this.messages[0]?.seq;
    return first !== undefined && first <= seq + 1 ? this.messages.filter((message) => message.seq > seq) : null;
  }

  clear() {
    this.messages = [];
    this.bytes = 0;
  }
}
