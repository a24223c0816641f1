import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const LISTENING = '0A';
const UDP_BOUND = '07';

function tryRead<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    // A process or a descriptor that ended meanwhile holds nothing open.
    return null;
  }
}

function parents(): ReadonlyMap<number, number> {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const found = ids.flatMap((id): [number, number][] => {
    const stat = tryRead(() => readFileSync(`/proc/${id}/stat`, 'utf8'));
    // The name in brackets may hold anything, also spaces.
    const parent = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    return parent === undefined ? [] : [[Number(id), Number(parent)]];
  });
  return new Map(found);
}

/** A process and all that it started. */
function processTree(root: number): readonly number[] {
  const all = parents();
  const isBelow = (id: number | undefined): boolean =>
    id !== undefined && id > 1 && (id === root || isBelow(all.get(id)));
  return [...all.keys()].filter(isBelow);
}

function socketsOf(id: number): readonly string[] {
  const folder = `/proc/${id}/fd`;
  const names = tryRead(() => readdirSync(folder)) ?? [];
  const targets = names.map((name) => tryRead(() => readlinkSync(`${folder}/${name}`)));
  return targets.flatMap((target) => /^socket:\[(\d+)\]$/.exec(target ?? '')?.[1] ?? []);
}

function openIn(table: string, state: string, inodes: ReadonlySet<string>): readonly string[] {
  const rows = (tryRead(() => readFileSync(`/proc/net/${table}`, 'utf8')) ?? '').trim().split('\n').slice(1);
  const cells = rows.map((row) => row.trim().split(/\s+/));
  return cells
    .filter((cell) => cell[3] === state && inodes.has(String(cell[9])))
    .map((cell) => `${table} port ${Number.parseInt(String(cell[1]?.split(':')[1]), 16)}`);
}

/** Where a process and those below it take connections or datagrams, as `tcp port 80`. */
export function openPorts(root: number): readonly string[] {
  const inodes = new Set(processTree(root).flatMap(socketsOf));
  const tcp = ['tcp', 'tcp6'].flatMap((table) => openIn(table, LISTENING, inodes));
  return [...tcp, ...['udp', 'udp6'].flatMap((table) => openIn(table, UDP_BOUND, inodes))];
}
