import { DOCTOR_CHECKS, type DoctorCheckId } from '../../../shared/model/doctor.ts';
import type { DoctorGroup } from '../../words/en/doctor-text.ts';

const GROUP_OF: Readonly<Record<DoctorCheckId, DoctorGroup>> = {
  settings: 'computer',
  policy: 'computer',
  folder: 'computer',
  'file-names': 'computer',
  'folder-disk': 'computer',
  'state-folder': 'computer',
  'state-disk': 'computer',
  database: 'computer',
  'same-folder': 'computer',
  proxy: 'way',
  dns: 'way',
  connection: 'way',
  tls: 'way',
  push: 'giip',
  clock: 'giip',
  token: 'giip',
  pull: 'giip',
  'token-accepted': 'giip',
  lssn: 'giip',
  keyring: 'desktop',
  tray: 'desktop',
  autostart: 'desktop',
  watcher: 'desktop',
  'last-success': 'step',
  agreement: 'step',
};

/** Which part of the list a line stands in. */
export function groupOf(id: DoctorCheckId): DoctorGroup {
  return GROUP_OF[id];
}

/** The lines in their order, by group. */
export const CHECK_GROUPS: readonly {
  readonly group: DoctorGroup;
  readonly ids: readonly DoctorCheckId[];
}[] = (['computer', 'way', 'giip', 'desktop', 'step'] as const).map((group) => ({
  group,
  ids: DOCTOR_CHECKS.filter((id) => GROUP_OF[id] === group),
}));
