// Hocuspocus as it comes, without storage: what documents are measured beside. It says its port on a line of its own.
import { createServer } from "node:http";
import { Hocuspocus } from "@hocuspocus/server";
import { WebSocketServer } from "ws";

const hocuspocus = new Hocuspocus({ quiet: true, extensions: [] });
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const http = createServer();
http.on("upgrade", (request, socket, head) => sockets.handleUpgrade(request, socket, head, (ws) => hocuspocus.handleConnection(ws, request)));
http.listen(0, "127.0.0.1", () => console.log(http.address().port));
