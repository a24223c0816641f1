import type { Stats } from 'node:fs';
import type { MachinePolicy } from '../../shared/model/policy.ts';
import { DEFAULT_SETTINGS } from '../../shared/model/settings.ts';
import { fail, type Result } from '../../shared/model/sync-error.ts';
import type { TokenSource } from '../app/token-source.ts';
import { parseToken } from '../stores/token-text.ts';
import { readCheckedFile } from './read-checked-file.ts';
import { type ProgramEnd, runProgram } from './run-program.ts';

const MAX_BYTES = 64 * 1024;
const COMMAND_LIMITS = { ms: 10_000, bytes: MAX_BYTES };

/** Any right of those who are neither its owner nor in its group. */
const EVERYBODY = 0o007;
const GROUP_WRITES = 0o020;
const ROOT = 0;

/** Our own token and what would make a program of Node run something else are not handed on. */
const NOT_HANDED_ON = ['OPENCLAW_SYNC_TOKEN', 'NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE'];

/** Why a token file is not to be believed, or null. Windows has no such bits: there the rights of its folder count. */
function refusal({ uid, mode }: Stats, user: number | undefined): string | null {
  if (user === undefined) return null;
  if (uid !== ROOT && uid !== user) return 'it must belong to root or to this user';
  if ((mode & EVERYBODY) !== 0) return 'everybody can read it; only its owner and its group may (chmod 640)';
  return (mode & GROUP_WRITES) === 0 ? null : 'its group can write it; only its owner may (chmod 640)';
}

function firstLine(bytes: Uint8Array): Result<string> {
  const [line = ''] = new TextDecoder()
    .decode(bytes)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/, 1);
  return parseToken(line);
}

async function fromFile(file: string): Promise<Result<string>> {
  const found = await readCheckedFile(file, MAX_BYTES, (stat) => refusal(stat, process.getuid?.()));
  if (found.state === 'read') return firstLine(found.bytes);
  return fail('token-not-provided', `${file}: ${found.state === 'absent' ? 'it is not there' : found.why}`);
}

const ENDS: Readonly<Record<Exclude<ProgramEnd['state'], 'ended'>, string>> = {
  'not-started': 'it could not be started',
  'too-slow': 'it did not end within 10 seconds',
  'too-long': 'it printed more than a token',
};

async function fromCommand(
  [program = '', ...args]: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Result<string>> {
  const handedOn = Object.entries(environment).filter(([name]) => !NOT_HANDED_ON.includes(name));
  const end = await runProgram(program, args, COMMAND_LIMITS, Object.fromEntries(handedOn));
  if (end.state !== 'ended') return fail('token-not-provided', `${program}: ${ENDS[end.state]}`);
  if (end.code !== 0)
    return fail('token-not-provided', `${program}: it ended with ${end.code ?? 'a signal'}`);
  return firstLine(end.stdout);
}

/** One cycle asks for the token several times, and a program may take its time. */
const REMEMBERED_MS = 30_000;

/** Remembers a token for the rest of a cycle; a failure is tried again. */
function brieflyRemembered(ask: TokenSource): TokenSource {
  let known: { readonly until: number; readonly token: Result<string> } | null = null;
  return async () => {
    if (known !== null && performance.now() < known.until) return known.token;
    const token = await ask();
    known = token.ok ? { until: performance.now() + REMEMBERED_MS, token } : null;
    return token;
  };
}

/** A token of the policy goes to the policy's own address, or to the built-in one, and to no other: not to a typing error either. */
function isOwnAddress({ settings }: MachinePolicy, apiUrl: string): boolean {
  if (!URL.canParse(apiUrl)) return false;
  return new URL(settings.apiUrl ?? DEFAULT_SETTINGS.apiUrl).origin === new URL(apiUrl).origin;
}

/**
 * Where the policy says that the token for this address comes from; null where it says nothing of it. A file is read
 * anew each time and a program run every half minute at most, so that a token which the administrator replaces is taken up.
 */
export function policyToken(
  policy: MachinePolicy,
  apiUrl: string,
  environment: Readonly<Record<string, string | undefined>>,
): TokenSource | null {
  const { tokenFile, tokenCommand } = policy.rules;
  if (!isOwnAddress(policy, apiUrl)) return null;
  if (tokenCommand !== null) return brieflyRemembered(() => fromCommand(tokenCommand, environment));
  return tokenFile === null ? null : () => fromFile(tokenFile);
}
