import { describe, expect, test } from "vitest";
import { type EnvError, parseEnv } from "./env";

const sentences = (source: Record<string, string>) => {
  try {
    parseEnv(source);
    return [];
  } catch (error) {
    return (error as EnvError).sentences;
  }
};

describe("the environment", () => {
  test("nothing set gives the usual values", () => {
    expect(parseEnv({})).toMatchObject({ PORT: 3000, CANDOR_DATA_DIR: ".data", CANDOR_RATE_WRITES: 600, CANDOR_RATE_READS: 3000, CANDOR_TRUST_PROXY: false });
  });

  test("an empty variable counts as unset", () => {
    expect(parseEnv({ PORT: "", WEBHOOK_URL: "", CANDOR_TRUST_PROXY: " " })).toMatchObject({ PORT: 3000, CANDOR_TRUST_PROXY: false });
  });

  test.each([
    ["PORT", "80a"],
    ["PORT", "70000"],
    ["HOST", "my host"],
    ["DATABASE_URL", "mysql://localhost/x"],
    ["NEXTAUTH_URL", "incidents.acme.test"],
    ["NEXTAUTH_URL", "https://example.com/candor"],
    ["NEXTAUTH_SECRET", "short"],
    ["SMTP_URL", "post.acme.test"],
    ["MAIL_FROM", "nobody"],
    ["CANDOR_RATE_WRITES", "0"],
    ["CANDOR_TRUST_PROXY", "maybe"],
    ["CANDOR_EXAMPLE_HISTORY", "2"],
    ["LOG_LEVEL", "loud"],
    ["METRICS_TOKEN", "x"],
  ])("%s=%s is one sentence that names it and does not repeat the value", (name, value) => {
    const said = sentences({ [name]: value });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(new RegExp(`^${name}: .*\\.$`));
    if (value.length > 4) expect(said[0]).not.toContain(value);
  });

  test("every bad variable is said at once", () => {
    expect(sentences({ PORT: "x", LOG_LEVEL: "loud" })).toHaveLength(2);
  });

  test("a webhook needs its secret, and the first admin a password", () => {
    expect(sentences({ WEBHOOK_URL: "https://hooks.example.com" })[0]).toMatch(/^WEBHOOK_SECRET: set it too/);
    expect(sentences({ WEBHOOK_SECRET: `whsec_${Buffer.alloc(24, 7).toString("base64")}` })[0]).toMatch(/^WEBHOOK_URL: set it too/);
    expect(sentences({ CANDOR_ADMIN_EMAIL: "ada@example.com" })[0]).toMatch(/^CANDOR_ADMIN_PASSWORD: /);
    expect(sentences({ WEBHOOK_URL: "https://hooks.example.com", WEBHOOK_SECRET: "not base64!" })[0]).toMatch(/^WEBHOOK_SECRET: set whsec_/);
  });

  test("an address is kept without its trailing slash", () => {
    expect(parseEnv({ NEXTAUTH_URL: "https://candor.example.com/" }).NEXTAUTH_URL).toBe("https://candor.example.com");
  });
});
