import pino from "pino";

/** Structured logs on standard output. They hold ids and names of fields, never what people typed, and no secret. */
export const log = pino({
  level: process.env.LOG_LEVEL || (process.env.NODE_ENV === "test" ? "silent" : "info"),
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: ["*.password", "*.token", "*.cookie", "*.authorization", "headers.cookie", "headers.authorization"], censor: "[kept out]" },
});
