import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, type BrowserWindow, clipboard, dialog } from 'electron';
import type { DoctorReport } from '../../shared/model/doctor.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import type { DoctorCall, Handlers } from '../app/application.ts';

/** The doctor as the windows need it. */
export interface DoctorSource {
  run(onProgress: (report: DoctorReport) => void): Promise<DoctorReport>;
  text(): string | null;
}

export interface DoctorCallsOptions {
  readonly doctor: DoctorSource;
  readonly onProgress: (report: DoctorReport) => void;
}

function proposedPlace(): string {
  const day = new Date().toISOString().slice(0, 10);
  return join(app.getPath('documents'), `openclaw-sync-check-${day}.txt`);
}

/** Answers whether it was saved; false: the person changed their mind. */
async function save(caller: BrowserWindow, text: string): Promise<Result<boolean>> {
  const { canceled, filePath } = await dialog.showSaveDialog(caller, { defaultPath: proposedPlace() });
  if (canceled || filePath === '') return ok(false);
  try {
    await writeFile(filePath, text, { mode: 0o600 });
    return ok(true);
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    return fail('write-failed', cause);
  }
}

/** Examining, and handing out what was found. The text is made on this side: a page cannot have another one written. */
export function doctorCalls(
  caller: BrowserWindow,
  { doctor, onProgress }: DoctorCallsOptions,
): Handlers<DoctorCall> {
  return {
    'doctor.run': async () => ok(await doctor.run(onProgress)),
    'doctor.copy': async () => {
      clipboard.writeText(doctor.text() ?? '');
      return ok(null);
    },
    'doctor.save': async () => save(caller, doctor.text() ?? ''),
  };
}
