import { expect, test } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { FRAGMENT } from "../documents/words";
import { grantedFrame, KIND, readFrame, readSync, storedFrame, SYNC, syncFrame } from "./frames";
import { type DocumentWorld, Wire } from "./wire";

/** A browser and a server that a test plays by hand. */
function played(online = true) {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const sent: Uint8Array[] = [];
  const waits: { ms: number; run: () => void }[] = [];
  let on: Parameters<DocumentWorld["open"]>[0] | null = null;
  let opened = 0;
  const at: { signedIn: boolean | null; online: boolean } = { signedIn: null, online };
  const wire = new Wire(
    "d",
    doc,
    awareness,
    {
      open: (ears) => {
        opened++;
        on = ears;
        return { send: (bytes) => void sent.push(bytes), close: () => undefined };
      },
      isOnline: () => at.online,
      later: (ms, run) => {
        const one = { ms, run };
        waits.push(one);
        return () => void waits.splice(waits.indexOf(one) >>> 0, 1);
      },
      random: () => 1,
      isSignedIn: async () => at.signedIn,
    },
    () => undefined,
  );
  const server = new Y.Doc();
  wire.start();
  return {
    doc,
    wire,
    at,
    get opened() {
      return opened;
    },
    texts: () => sent.map(readFrame).flatMap((frame) => (frame.kind === KIND.sync ? [readSync(frame).step] : [])),
    /** The server lets them in and tells what it has. */
    meet(readOnly = false) {
      on!.open();
      on!.message(grantedFrame("d", readOnly));
      on!.message(syncFrame("d", SYNC.step2, Y.encodeStateAsUpdate(server)));
      on!.message(syncFrame("d", SYNC.step1, Y.encodeStateVector(server)));
    },
    stored: (taken = true) => on!.message(storedFrame("d", taken)),
    fall: (code: number) => on!.close(code),
    /** What waits longest is the patience between two tries. */
    retry() {
      const [last] = waits.splice(-1);
      last!.run();
      return last!.ms;
    },
    write(text: string) {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText(text)]);
      doc.getXmlFragment(FRAGMENT).push([paragraph]);
    },
  };
}

test("saved is what the server said to have stored: each message in its turn, and nothing before the first is answered", () => {
  const { wire, meet, stored, write, texts } = played();
  write("Before.");
  expect([wire.state, wire.acknowledged.unsent, texts()]).toEqual(["connecting", 1, []]);
  meet();
  write("One.");
  write("Two.");
  expect([wire.state, wire.acknowledged.unsent, texts()]).toEqual(["online", 3, [SYNC.step1, SYNC.step2, SYNC.update, SYNC.update]]);
  stored();
  expect([wire.acknowledged.unsent, wire.acknowledged.text()]).toEqual([2, "One.\nTwo."]);
  stored();
  expect(wire.acknowledged.text()).toBe("Two.");
  stored();
  expect([wire.acknowledged.unsent, wire.acknowledged.text()]).toEqual([0, ""]);
});

test("what was on its way when the socket fell is not taken for stored, however many answers come later", () => {
  const { wire, meet, stored, write, fall, retry } = played();
  meet();
  stored();
  write("Lost on its way.");
  fall(1006);
  write("Without a network.");
  expect([wire.state, wire.acknowledged.unsent]).toEqual(["offline", 2]);
  retry();
  meet();
  write("And on.");
  expect(wire.acknowledged.unsent).toBe(3);
  stored();
  expect([wire.acknowledged.unsent, wire.acknowledged.text()]).toEqual([1, "And on."]);
  stored();
  expect(wire.acknowledged.unsent).toBe(0);
});

test("it is tried ever more slowly, and at once when the page is looked at", () => {
  const { wire, meet, fall, retry } = played();
  const waits: number[] = [];
  for (let n = 0; n < 9; n++) {
    fall(1013);
    expect(wire.state).toBe("waiting");
    waits.push(retry());
  }
  expect(waits).toEqual([300, 600, 1200, 2400, 4800, 9600, 15_000, 15_000, 15_000]);
  fall(1013);
  wire.wake();
  meet();
  expect(wire.state).toBe("online");
});

test.each([
  [4404, "gone"],
  [4401, "signed_out"],
  [4426, "outdated"],
  [4413, "full"],
  [1009, "full"],
])("closed with %i it is %s: nothing is tried again, and what was typed is there to be copied", (code, state) => {
  const game = played();
  game.meet();
  game.stored();
  game.write("Typed at three in the morning.");
  game.fall(code);
  expect([game.wire.state, game.wire.acknowledged.unsent, game.wire.acknowledged.text()]).toEqual([state, 1, "Typed at three in the morning."]);
  game.wire.wake();
  expect(game.opened).toBe(1);
});

test("a server that refuses what stands here again and again is not asked for ever", () => {
  const { wire, meet, fall, retry } = played();
  for (let n = 0; n < 2; n++) {
    meet();
    fall(1008);
    expect(wire.state).toBe("offline");
    retry();
  }
  meet();
  fall(1008);
  expect(wire.state).toBe("outdated");
});

test("a handshake that is refused because the session has ended says so", async () => {
  const { wire, at, fall, retry } = played();
  at.signedIn = false;
  fall(1006);
  retry();
  fall(1006);
  await Promise.resolve();
  await Promise.resolve();
  expect(wire.state).toBe("signed_out");
});

test("who may only read sends nothing, not even what they held", () => {
  const { wire, meet, write, texts } = played();
  write("Held.");
  meet(true);
  write("More.");
  expect([wire.readOnly, wire.acknowledged.unsent, texts()]).toEqual([true, 2, [SYNC.step1]]);
});

test("a browser that says there is no network is believed only when nobody answers, and asked again", async () => {
  const page = played(false);
  expect([page.wire.state, page.opened]).toEqual(["offline", 0]);
  await Promise.resolve();
  page.at.signedIn = true;
  await expect.poll(() => page.retry()).toBeGreaterThan(0);
  await expect.poll(() => page.opened).toBe(1);
  page.meet();
  expect(page.wire.state).toBe("online");
});
