import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NetworkOptions, openNetwork } from '../../../electron/api/network.ts';
import { systemClock } from '../../../electron/app/system-clock.ts';
import { composeEngines } from '../../../electron/compose-engine.ts';
import type { DoctorScene } from '../../../electron/doctor/check.ts';
import { runDoctor } from '../../../electron/doctor/run-doctor.ts';
import type { DoctorCheck, DoctorCheckId, DoctorReport } from '../../../shared/model/doctor.ts';
import { NO_POLICY } from '../../../shared/model/policy.ts';
import { ok } from '../../../shared/model/sync-error.ts';

export const TOKEN = 'sk-test';
const LSSN = 71;

/** A folder, a state folder and the doctor on them; everything is gone with `dispose`. */
export class Patient implements Disposable {
  readonly root = mkdtempSync(join(tmpdir(), 'openclaw-doctor-'));
  readonly workspace = join(this.root, '.openclaw');
  readonly stateDir = join(this.root, 'state');

  constructor() {
    for (const folder of ['configs', 'docs']) mkdirSync(join(this.workspace, folder), { recursive: true });
  }

  scene(
    apiUrl: string,
    network: Partial<NetworkOptions> = {},
    change: Partial<DoctorScene> = {},
  ): DoctorScene {
    const opened = openNetwork({ environment: {}, ...network });
    const { stateDir, workspace } = this;
    const log = { write: () => undefined };
    return {
      subject: ok({
        connection: { apiUrl, lssn: LSSN, workspace },
        token: async () => ok(TOKEN),
        tokenPlace: async () => 'environment',
      }),
      policy: NO_POLICY,
      stateDir,
      platform: process.platform,
      engines: composeEngines({ stateDir, network: opened, log }),
      network: opened,
      clock: systemClock,
      desktop: null,
      ...change,
    };
  }

  examine(...scene: Parameters<Patient['scene']>): Promise<DoctorReport> {
    return runDoctor(this.scene(...scene), () => undefined);
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** One line of a report. */
export function lineOf({ checks }: DoctorReport, id: DoctorCheckId): DoctorCheck {
  const line = checks.find((check) => check.id === id);
  if (line === undefined) throw new Error(`no line ${id}`);
  return line;
}

/** The lines that failed. */
export function failedIn({ checks }: DoctorReport): readonly DoctorCheckId[] {
  return checks.filter(({ status }) => status === 'failed').map(({ id }) => id);
}
