import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../shared/model/sync-error.ts';
import { hideNames, itemAlias } from './item-alias.ts';
import { logPart } from './log-part.ts';
import type { ItemsView, SupportPorts } from './ports.ts';
import { readTail } from './read-tail.ts';

/** A file of the bundle before it is cleaned. */
export interface Part {
  readonly name: string;
  readonly why: string;
  readonly text: string;
  readonly isCut: boolean;
}

export const FILE_BYTES = 1024 * 1024;

/** Why each file is there, as the manifest says. */
const WHY = {
  'system.json': 'Which version runs on which system.',
  'settings.json': 'The settings that hold, without the token.',
  'policy.json': "What the machine's administrator has set.",
  'doctor.json': 'What the doctor found when the bundle was made.',
  'items.json': 'How many items are in which state; no text of any.',
  log: 'What the application did, for people.',
  jsonl: 'The same, for programs.',
} as const;

type Name = Exclude<keyof typeof WHY, 'log' | 'jsonl'>;

function jsonPart(name: Name, value: object): Part {
  return { name, why: WHY[name], text: `${JSON.stringify(value, null, 2)}\n`, isCut: false };
}

/** A part that fails says so in its place: the others are the more needed then. */
async function attempt(ports: SupportPorts, name: Name, make: () => object | Promise<object>): Promise<Part> {
  try {
    return jsonPart(name, await make());
  } catch (cause) {
    ports.failed(name, cause);
    return jsonPart(name, { error: 'unexpected' });
  }
}

function itemsPart(items: Result<ItemsView>, showNames: boolean): object {
  if (!items.ok) return { error: items.error.code };
  const { names: _names, open, recent, ...rest } = items.value;
  if (showNames) return { ...rest, open, recent };
  return {
    ...rest,
    open: open.map(({ path, state, reason }) => ({
      path: itemAlias(path),
      state,
      reason: hideNames(reason, [path]),
    })),
    recent: recent.map((entry) => ({ ...entry, path: itemAlias(entry.path) })),
  };
}

/** Newest first, so that a full bundle leaves out the oldest. */
function logNames(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const ours = readdirSync(folder).filter((name) => /^[a-z]+(?:\.\d)?\.(?:log|jsonl)$/.test(name));
  const age = (name: string): number => statSync(join(folder, name)).mtimeMs;
  return ours.sort((a, b) => age(b) - age(a));
}

function logParts(ports: SupportPorts, showNames: boolean): readonly Part[] {
  const show = showNames ? (path: string): string => path : itemAlias;
  return logNames(ports.logs).flatMap((name): readonly Part[] => {
    const kind = name.endsWith('.log') ? 'log' : 'jsonl';
    try {
      const { text, isCut } = readTail(join(ports.logs, name), FILE_BYTES);
      return [{ name: `logs/${name}`, why: WHY[kind], text: logPart(text, kind, show), isCut }];
    } catch (cause) {
      ports.failed(name, cause);
      return [];
    }
  });
}

/** The doctor speaks in sentences, which may name any file. */
async function doctorPart(ports: SupportPorts, names: readonly string[] | null): Promise<Part> {
  const part = await attempt(ports, 'doctor.json', ports.doctor);
  return names === null ? part : { ...part, text: hideNames(part.text, names) };
}

/** What the bundle is made of. */
export async function gatherParts(ports: SupportPorts, showNames: boolean): Promise<readonly Part[]> {
  const items = await ports.items();
  const names = items.ok ? items.value.names : [];
  return [
    await attempt(ports, 'system.json', ports.about),
    await attempt(ports, 'settings.json', ports.settings),
    await attempt(ports, 'policy.json', ports.policy),
    await doctorPart(ports, showNames ? null : names),
    await attempt(ports, 'items.json', () => itemsPart(items, showNames)),
    ...logParts(ports, showNames),
  ];
}
