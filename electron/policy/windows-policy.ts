import { existsSync } from 'node:fs';
import { POLICY_KEYS } from '../../shared/policy/policy-schema.ts';
import type { PolicyReading } from './policy-reading.ts';
import type { ProgramEnd, RunProgram } from './run-program.ts';

const POLICIES = 'HKLM\\SOFTWARE\\Policies';
const NAME = 'Openclaw Sync';
const WINDOWS_POLICY_KEY = `${POLICIES}\\${NAME}`;
const LIMITS = { ms: 10_000, bytes: 1024 * 1024 };
/** `reg query` says so when there is no such key, when it may not be read, and when reg.exe itself is forbidden. */
const FAILED = 1;

/** A constant first: who starts a program can give it another SystemRoot. */
const REG = 'C:\\Windows\\System32\\reg.exe';

const LINE = /^ {4}(.+?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/;

function dataOf(type: string, data: string): unknown {
  if (type === 'REG_DWORD' || type === 'REG_QWORD') return /^0x[0-9a-f]+$/i.test(data) ? Number(data) : data;
  if (type === 'REG_MULTI_SZ') return data === '' ? [] : data.split('\\0');
  if (type === 'REG_SZ' || type === 'REG_EXPAND_SZ') return data;
  // Binary and the like fit no key, so it is named as a wrong value.
  return null;
}

/** The registry does not tell upper from lower case in names. */
function keyOf(name: string): string {
  return POLICY_KEYS.find((key) => key.toLowerCase() === name.toLowerCase()) ?? name;
}

/** What `reg query` printed for the key, as the values of one source. */
export function readRegQuery(source: string, printed: string): PolicyReading {
  const values = printed.split(/\r?\n/).flatMap((line) => {
    const [, name, type = '', data = ''] = LINE.exec(line) ?? [];
    return name === undefined ? [] : [[keyOf(name), dataOf(type, data)] as const];
  });
  return { source, values: Object.fromEntries(values) };
}

function query(run: RunProgram, key: string): Promise<ProgramEnd> {
  const program = existsSync(REG) ? REG : `${process.env.SystemRoot ?? ''}\\System32\\reg.exe`;
  return run(program, ['query', key, '/reg:64'], LIMITS, { SystemRoot: process.env.SystemRoot });
}

/** The key above is on every computer and names those below it: what it does not name is not there. */
async function isAbsent(run: RunProgram): Promise<boolean> {
  const end = await query(run, POLICIES);
  if (end.state !== 'ended' || end.code !== 0) return false;
  const below = end.stdout.toString('utf8').split(/\r?\n/);
  return !below.some((line) => line.trimEnd().toLowerCase().endsWith(`\\${NAME.toLowerCase()}`));
}

/** The policy of a Windows computer. */
export async function readWindowsPolicy(run: RunProgram): Promise<readonly PolicyReading[]> {
  const source = WINDOWS_POLICY_KEY;
  const end = await query(run, source);
  if (end.state === 'ended' && end.code === 0) return [readRegQuery(source, end.stdout.toString('utf8'))];
  if (end.state === 'ended' && end.code === FAILED && (await isAbsent(run))) return [];
  return [{ source, fault: 'unreadable', expected: 'this user must be able to read it with reg.exe' }];
}
