import type { DoctorCheck, DoctorCheckId, DoctorReport } from '../../shared/model/doctor.ts';
import type { SyncError } from '../../shared/model/sync-error.ts';
import { networkTransport } from '../api/network-transport.ts';
import { causeText } from '../stores/log-cause.ts';
import { StateWriteError } from '../sync/state-write-error.ts';
import type { DoctorLook, DoctorPlace, DoctorScene, Kept, Looked } from './check.ts';
import { DOCTOR_LOOKS } from './doctor-looks.ts';
import { type Finding, found } from './finding.ts';
import { fixFor } from './fix-for.ts';

/** The message of a surprise may quote a document: where it happened is told instead. */
function surprise(error: unknown): SyncError {
  return error instanceof StateWriteError ? error.error : { code: 'unexpected', detail: causeText(error) };
}

/** The first of what it needs that is not there: the cause itself, not what that was skipped for. */
function missing(needs: readonly DoctorCheckId[], done: readonly DoctorCheck[]): DoctorCheckId | null {
  const broken = done.find(
    ({ id, status }) => needs.includes(id) && (status === 'failed' || status === 'skipped'),
  );
  if (broken === undefined) return null;
  return broken.finding === 'skipped-because' ? broken.facts.because : broken.id;
}

async function take(look: DoctorLook, place: DoctorPlace, kept: Partial<Kept>): Promise<Looked> {
  try {
    // What it needs has kept its part: that is what `needs` says, and a test holds the table to it.
    return await look.look(place, kept as Kept);
  } catch (error) {
    return found.error(surprise(error));
  }
}

function named(id: DoctorCheckId, finding: Finding): DoctorCheck {
  const fix = fixFor(finding);
  return fix === undefined ? { id, ...finding } : { id, ...finding, fix };
}

/**
 * Looks at everything that a sync needs, in the order in which things depend on each other; what depends on something
 * broken is skipped and names it. Changes nothing. `onProgress` hears the report before each look.
 */
export async function runDoctor(
  scene: DoctorScene,
  onProgress: (report: DoctorReport) => void,
  looks: readonly DoctorLook[] = DOCTOR_LOOKS,
): Promise<DoctorReport> {
  const time = scene.clock.now();
  const transport = networkTransport(scene.network);
  const checks: DoctorCheck[] = [];
  let kept: Partial<Kept> = {};
  for (const look of looks) {
    onProgress({ checks: [...checks], current: look.id, time });
    const because = missing(look.needs, checks);
    const looked =
      because === null ? await take(look, { ...scene, transport }, kept) : found.because(because);
    if ('keep' in looked) kept = { ...kept, ...looked.keep };
    checks.push(named(look.id, 'keep' in looked ? looked.found : looked));
  }
  await transport.close();
  return { checks, current: null, time };
}
