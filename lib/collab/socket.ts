import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { Hocuspocus, type onAuthenticatePayload } from "@hocuspocus/server";
import type { WebSocket } from "ws";
import { encodeAwarenessUpdate } from "y-protocols/awareness";
import { read } from "../auth/access";
import { DOCUMENT_SCHEMA } from "../documents/words";
import { type Admitted, Door } from "../live/door";
import type { Hub } from "../live/hub";
import { startLive } from "../live/socket";
import { CLOSE } from "../live/words";
import { log } from "../log";
import { Documents } from "./documents";
import { Editor } from "./editor";
import { Folding } from "./folding";
import { ENDED, MOST } from "./words";

const MOST_PER_PERSON = 50;
const MOST_PER_DOCUMENT = 250;
const POLL = 3000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Hocuspocus tells the client this; without a `message` it writes nothing on the console. */
const refusal = (reason: string) => ({ reason });

/** Every document that is open in this process, and the sockets that it is open at. Hocuspocus keeps the documents and tells everyone; what is stored is ours. */
export class CollabServer {
  private readonly door = new Door({ longest: MOST.message, mostPerPerson: MOST_PER_PERSON }, (admitted) => this.attach(admitted));
  private readonly editors = new Set<Editor>();
  private readonly documents: Documents;
  private readonly folding = new Folding();
  private readonly hocuspocus: Hocuspocus;
  private readonly poll: NodeJS.Timeout;

  constructor(
    private readonly hub: Hub,
    every = POLL,
  ) {
    this.documents = new Documents(hub, { logged: (id) => this.folding.written(id), failed: (id) => this.sendAway(id) });
    this.hocuspocus = new Hocuspocus({
      quiet: true,
      extensions: [],
      onAuthenticate: (payload) => this.authenticate(payload),
      onLoadDocument: async ({ document }) => {
        try {
          await this.documents.load(document);
        } catch (error) {
          log.warn({ err: (error as Error).message, documentId: document.name }, "a document could not be loaded");
          // Hocuspocus forgets it, and the clock of its carets would run on.
          document.destroy();
          throw refusal("unavailable");
        }
      },
      connected: async ({ context, documentName }) => this.enter(context.editor as Editor, documentName),
      afterUnloadDocument: async ({ documentName }) => {
        this.documents.closed(documentName);
        this.folding.left(documentName);
      },
    });
    this.poll = setInterval(() => void this.documents.look(), every);
  }

  handleUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    return this.door.handleUpgrade(req, socket, head);
  }

  /** The app itself wrote in the log. */
  logged(documentId: string, seq: number) {
    this.documents.logged(documentId, seq);
    this.folding.written(documentId);
  }

  async close() {
    clearInterval(this.poll);
    for (const editor of this.editors) editor.close(CLOSE.goingAway, "Candor is starting anew");
    await this.door.close();
    await this.folding.stop();
    this.hub.documents = null;
  }

  private attach({ ws, caller, again }: Admitted) {
    const editor = new Editor(ws, caller, again);
    this.editors.add(editor);
    this.hub.connect(editor);
    ws.on("close", () => {
      this.editors.delete(editor);
      this.hub.disconnect(editor);
    });
    this.hocuspocus.handleConnection(editor.gate as unknown as WebSocket, { headers: {}, url: "/" } as IncomingMessage, { editor });
  }

  /** Found in the scope of whoever asks, with an editor that knows this schema. The hub watches from here on whether it stays in sight. */
  private async authenticate({ token, documentName, context, connectionConfig }: onAuthenticatePayload) {
    const editor = context.editor as Editor;
    const refuse = (code: number, reason: string) => {
      editor.close(code, reason);
      return refusal(reason);
    };
    try {
      if (schemaOf(token) < DOCUMENT_SCHEMA) throw refuse(ENDED.outdated, "outdated");
      const found = UUID.test(documentName) ? await incidentOf(editor, documentName) : null;
      if (found === null) throw refuse(ENDED.gone, "not-found");
      if ((this.hocuspocus.documents.get(documentName)?.getConnectionsCount() ?? 0) >= MOST_PER_DOCUMENT) throw refuse(ENDED.full, "full");
      await this.hub.ask(editor, { subscribe: found });
    } catch (error) {
      if (error instanceof Error) {
        log.warn({ err: error.message }, "a document could not be opened");
        throw refuse(CLOSE.notNow, "unavailable");
      }
      throw error;
    }
    connectionConfig.readOnly = editor.readOnly;
  }

  private enter(editor: Editor, id: string) {
    const document = this.documents.of(id);
    const held = this.hocuspocus.documents.get(id);
    if (!document || !held) return editor.close(CLOSE.notNow, "unavailable");
    const isTaken = (client: number) => {
      const there = held.awareness.getStates().get(client);
      return there !== undefined && there.user?.id !== editor.person.id;
    };
    const carets = () => encodeAwarenessUpdate(held.awareness, [...held.awareness.getStates().keys()]);
    editor.enter({ document, isTaken, carets });
  }

  /** What they were not told is stored may be lost here; they have it, and bring it again. */
  private sendAway(documentId: string) {
    for (const editor of this.editors) if (editor.gate.name === documentId) editor.close(CLOSE.notNow, "Candor cannot reach its database right now");
  }

  /** For tests and figures. */
  get counts() {
    return { editors: this.editors.size, documents: this.documents.size };
  }
}

async function incidentOf({ ctx }: Editor, documentId: string): Promise<string | null> {
  const found = await read(ctx).postmortem.findUnique({ where: { id: documentId }, select: { incident: { select: { number: true } } } });
  return found && `INC-${found.incident.number}`;
}

/** The edition that the editor writes: its token is `{"schema": 1}`. */
function schemaOf(token: string): number {
  try {
    const { schema } = JSON.parse(token) as { schema?: unknown };
    return typeof schema === "number" ? schema : 0;
  } catch {
    return 0;
  }
}

const home = globalThis as unknown as { candorCollab?: CollabServer };

/** The one server of documents of this process, where lib/collab/log.ts finds it. */
export function startCollab(): CollabServer {
  return (home.candorCollab ??= new CollabServer(startLive().hub));
}

export const handleCollab = (req: IncomingMessage, socket: Duplex, head: Buffer) => startCollab().handleUpgrade(req, socket, head);

export async function stopCollab(): Promise<void> {
  const collab = home.candorCollab;
  home.candorCollab = undefined;
  await collab?.close();
}
