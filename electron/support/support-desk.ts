import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import type { SupportPreview } from '../../shared/model/support.ts';
import { fail, ok, type Result } from '../../shared/model/sync-error.ts';
import { fileFailure } from '../stores/file-failure.ts';
import { type Bundle, bundleName, makeBundle, packBundle } from './bundle.ts';
import type { SupportPorts } from './ports.ts';

/** Makes bundles, shows them, and saves the very one that was shown. */
export interface SupportDesk {
  preview(showNames: boolean): Promise<SupportPreview>;
  /** A file of the bundle that was shown. Errors: changed-meanwhile. */
  text(id: number, name: string): Result<string>;
  /** What the bundle could be called. Errors: changed-meanwhile. */
  nameOf(id: number): Result<string>;
  /** Writes it, for the owner only; answers its bytes. Errors: changed-meanwhile, disk-full, write-failed. */
  save(id: number, file: string): Promise<Result<number>>;
}

/** A file that was there stays whole until the new one is. */
async function writeWhole(file: string, bytes: Buffer): Promise<Result<number>> {
  const beside = `${file}.${randomUUID().slice(0, 8)}.part`;
  try {
    await writeFile(beside, bytes, { mode: 0o600, flag: 'wx' });
    await rename(beside, file);
    return ok(bytes.length);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return fileFailure(error);
  }
}

export function createSupportDesk(ports: SupportPorts): SupportDesk {
  let shown: { readonly id: number; readonly bundle: Bundle } | null = null;
  let last = 0;

  function bundleOf(id: number): Result<Bundle> {
    return shown?.id === id ? ok(shown.bundle) : fail('changed-meanwhile');
  }

  return {
    async preview(showNames) {
      last += 1;
      const id = last;
      const bundle = await makeBundle(ports, showNames);
      // Of two that were asked for at once, the later one counts.
      if (id === last) shown = { id, bundle };
      const files = bundle.files.map(({ name, bytes, isCut }) => ({ name, bytes, isCut }));
      return { id, files, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
    },
    text(id, name) {
      const bundle = bundleOf(id);
      if (!bundle.ok) return bundle;
      const file = bundle.value.files.find((one) => one.name === name);
      return file === undefined ? fail('changed-meanwhile') : ok(file.text);
    },
    nameOf(id) {
      const bundle = bundleOf(id);
      return bundle.ok ? ok(bundleName(bundle.value.created)) : bundle;
    },
    async save(id, file) {
      const bundle = bundleOf(id);
      return bundle.ok ? writeWhole(file, packBundle(bundle.value)) : bundle;
    },
  };
}
