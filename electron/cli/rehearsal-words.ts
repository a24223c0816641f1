import type { Connection } from '../../shared/model/app-snapshot.ts';
import type { Activity } from '../../shared/model/change.ts';
import { reasonWords } from '../../shared/reason-words.ts';
import type { Console } from './console.ts';
import type { Played, Scene } from './play-act.ts';
import type { Act } from './rehearsal-acts.ts';

const DONE: Readonly<Record<Activity['kind'], string>> = {
  pulled: 'Fetched from GIIP',
  pushed: 'Sent to GIIP',
  merged: 'Joined',
  conflict: 'Left alone',
  'conflict-ended': 'Conflict ended',
  resolved: 'Decided',
  restored: 'Restored',
  held: 'Held',
  rejected: 'Not synced',
  'self-check': 'Checked',
  problem: 'Problem',
};

/** A byte order mark and line ends are part of what must survive, so they are named. */
function styleOf(text: string): string {
  const style = [text.startsWith('\ufeff') ? 'BOM' : '', text.includes('\r\n') ? 'CRLF' : ''].filter(Boolean);
  return style.length === 0 ? '' : ` (${style.join(', ')})`;
}

function saySide(console: Console, side: string, text: string | null): void {
  console.say(`      ${side}${text === null ? ': nothing' : `${styleOf(text)}:`}`);
  const lines = (text ?? '').replace(/^\ufeff/, '').split(/\r?\n/);
  if (text !== null)
    for (const line of lines.slice(0, lines.at(-1) === '' ? -1 : undefined)) console.say(`        | ${line}`);
}

function sayScene(console: Console, title: string, scene: Scene): void {
  console.say(`  ${title}`);
  for (const [path, { here, there }] of Object.entries(scene)) {
    console.say(`    ${path}`);
    saySide(console, 'on this computer', here);
    saySide(console, 'on GIIP', there);
  }
}

/** Who meets whom, before the first act. */
export function sayOpening(console: Console, { apiUrl, lssn, workspace }: Connection): void {
  console.say('A rehearsal: the real engine, a pretend GIIP, a sample folder. Nothing of yours takes part.');
  console.say(`  Folder          ${workspace}`);
  console.say(`  Pretend GIIP    ${apiUrl}, server number ${lssn}`);
}

/** One act: what stood where, what was done and why, what stands now. */
export function sayPlayed(console: Console, number: number, act: Act, played: Played): void {
  console.say(`\nAct ${number}. ${act.title}.`);
  sayScene(console, 'Before the sync', played.before);
  console.say('  What was done, and why');
  for (const { kind, path, reason } of played.done)
    console.say(`    ${DONE[kind].padEnd(18)} ${path ?? ''}${reason ? `: ${reasonWords(reason)}` : ''}`);
  sayScene(console, 'After it', played.after);
  const { requests, verified } = played.report;
  console.say(
    `  Requests: ${requests}; ${verified ? 'a pull has shown the result' : 'not proved by a pull'}.`,
  );
  for (const difference of played.differences) console.say(`  NOT AS TOLD: ${difference}`);
}
