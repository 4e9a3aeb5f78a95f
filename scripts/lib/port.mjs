import { createServer } from "node:net";

/** Throws one sentence when the port cannot be had. Asked before minutes are spent on installing and building; the server asks again. */
export async function checkPort(port, host) {
  if (!Number.isInteger(port) || port <= 0 || port > 65535) return;
  await new Promise((done, fail) => {
    const probe = createServer();
    probe.on("error", (error) => {
      if (error.code !== "EADDRINUSE") return done();
      const where = host ? `${host}:${port}` : `Port ${port}`;
      fail(new Error(`${where} is in use: stop what listens there, or set PORT to another one.`));
    });
    probe.listen(port, host || undefined, () => probe.close(done));
  });
}

export function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on("error", fail);
    probe.listen(0, () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
