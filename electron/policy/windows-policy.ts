import { existsSync } from 'node:fs';
import { POLICY_KEYS } from '../../shared/policy/policy-schema.ts';
import type { PolicyReading } from './policy-reading.ts';
import type { RunProgram } from './run-program.ts';

const WINDOWS_POLICY_KEY = 'HKLM\\SOFTWARE\\Policies\\Openclaw Sync';
const LIMITS = { ms: 10_000, bytes: 1024 * 1024 };
/** `reg query` says so when there is no such key. */
const NOT_THERE = 1;

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

/** The policy of a Windows computer. */
export async function readWindowsPolicy(run: RunProgram): Promise<readonly PolicyReading[]> {
  const source = WINDOWS_POLICY_KEY;
  const program = existsSync(REG) ? REG : `${process.env.SystemRoot ?? ''}\\System32\\reg.exe`;
  const end = await run(program, ['query', source, '/reg:64'], LIMITS, {
    SystemRoot: process.env.SystemRoot,
  });
  if (end.state === 'ended' && end.code === NOT_THERE) return [];
  if (end.state !== 'ended' || end.code !== 0)
    return [{ source, fault: 'unreadable', expected: 'this user must be able to read it with reg.exe' }];
  return [readRegQuery(source, end.stdout.toString('utf8'))];
}
