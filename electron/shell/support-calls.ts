import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { WriteLog } from '../../shared/log-events.ts';
import type { SupportPreview } from '../../shared/model/support.ts';
import { ok, type Result } from '../../shared/model/sync-error.ts';
import type { Handlers, SupportCall } from '../app/application.ts';

/** The desk as the windows need it. */
export interface SupportSource {
  preview(showNames: boolean): Promise<SupportPreview>;
  text(id: number, name: string): Result<string>;
  nameOf(id: number): Result<string>;
  save(id: number, file: string): Promise<Result<number>>;
}

/** Answers the name of the file, or null when the person changed their mind; where it lies is not the page's business. */
async function save(
  caller: BrowserWindow,
  desk: SupportSource,
  id: number,
  log: WriteLog,
): Promise<Result<string | null>> {
  const name = desk.nameOf(id);
  if (!name.ok) return name;
  const { canceled, filePath } = await dialog.showSaveDialog(caller, {
    defaultPath: join(app.getPath('documents'), name.value),
    filters: [{ name: 'ZIP', extensions: ['zip'] }],
  });
  if (canceled || filePath === '') return ok(null);
  const saved = await desk.save(id, filePath);
  if (!saved.ok) return saved;
  log('info', 'support-bundle-saved', { bytes: saved.value });
  return ok(basename(filePath));
}

/** Showing a support bundle and saving exactly that one. The texts are made on this side: a page cannot have another one written. */
export function supportCalls(
  caller: BrowserWindow,
  desk: SupportSource,
  log: WriteLog,
): Handlers<SupportCall> {
  return {
    'support.preview': async ({ fileNames }) => ok(await desk.preview(fileNames)),
    'support.text': async ({ id, name }) => desk.text(id, name),
    'support.save': async (id) => save(caller, desk, id, log),
  };
}
