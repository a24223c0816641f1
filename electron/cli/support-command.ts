import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import type { SupportPreview } from '../../shared/model/support.ts';
import { fail, ok, type Result, type SyncError } from '../../shared/model/sync-error.ts';
import { createSupportDesk, type SupportDesk } from '../support/support-desk.ts';
import { supportPorts } from '../support/support-ports.ts';
import { outcomeOf } from '../sync/report.ts';
import type { CommandLine } from './command-line.ts';
import type { Console } from './console.ts';
import { supportScene } from './look-scenes.ts';
import { errorJson } from './report-json.ts';
import type { RunPlace } from './run-place.ts';

const NOTHING_SENT = 'Nothing was sent: look into it, then give it to your support.';

/** The bundle in words: with `--dry-run` every text as it would be written. */
function show(
  desk: SupportDesk,
  { id, files, bytes }: SupportPreview,
  console: Console,
  whole: boolean,
): void {
  for (const { name, bytes: size, isCut } of files) {
    console.say(`${String(size).padStart(9)}  ${name}${isCut ? ' (its end)' : ''}`);
    const text = whole ? desk.text(id, name) : null;
    if (text?.ok) console.say(`${text.value}\n`);
  }
  console.say(`${String(bytes).padStart(9)}  in all, before packing`);
}

/** Never over a file that is there: nobody would be asked. */
async function write(desk: SupportDesk, id: number, line: CommandLine): Promise<Result<string>> {
  const name = desk.nameOf(id);
  if (!name.ok) return name;
  const file = resolve(line.output ?? name.value);
  if (existsSync(file)) return fail('usage', `${file} is there already; give another name by --output`);
  const saved = await desk.save(id, file);
  return saved.ok ? ok(file) : saved;
}

function refuse(console: Console, error: SyncError): number {
  console.complain(error);
  console.json({ outcome: outcomeOf(error), error: errorJson(error) });
  return EXIT_CODES[outcomeOf(error)];
}

/** `support`: collects what support needs into one ZIP file on this computer. `--dry-run` shows it and writes nothing. */
export async function supportCommand(place: RunPlace, console: Console): Promise<number> {
  const { line } = place;
  const desk = createSupportDesk(supportPorts(supportScene(place)));
  const preview = await desk.preview(line.fileNames);
  show(desk, preview, console, line.dryRun);
  const written = line.dryRun ? ok(null) : await write(desk, preview.id, line);
  if (!written.ok) return refuse(console, written.error);
  if (written.value !== null) console.say(`${written.value} was written. ${NOTHING_SENT}`);
  const { files, bytes } = preview;
  console.json({ outcome: 'inSync', file: written.value, bytes, files });
  return EXIT_CODES.inSync;
}
