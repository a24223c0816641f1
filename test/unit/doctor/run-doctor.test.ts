import { expect, test } from 'vitest';
import type { DoctorLook } from '../../../electron/doctor/check.ts';
import { DOCTOR_LOOKS } from '../../../electron/doctor/doctor-looks.ts';
import { found } from '../../../electron/doctor/finding.ts';
import { runDoctor } from '../../../electron/doctor/run-doctor.ts';
import { DOCTOR_CHECKS, type DoctorReport } from '../../../shared/model/doctor.ts';
import { Patient } from './examine.ts';

const SCENE = new Patient().scene('http://127.0.0.1:9/api');

const well = (id: DoctorLook['id'], needs: DoctorLook['needs'] = []): DoctorLook => ({
  id,
  needs,
  look: () => found.ok('tray-ok', {}),
});

test('every line has its look, and none needs what comes later', () => {
  expect(DOCTOR_LOOKS.map(({ id }) => id)).toEqual(DOCTOR_CHECKS);
  for (const { id, needs } of DOCTOR_LOOKS)
    for (const need of needs) expect(DOCTOR_CHECKS.indexOf(need)).toBeLessThan(DOCTOR_CHECKS.indexOf(id));
});

test('what depends on something broken is skipped and names the cause itself; everything else is looked at', async () => {
  const broken: DoctorLook = {
    id: 'dns',
    needs: [],
    look: () => found.error({ code: 'server-unreachable' }),
  };
  const looks = [broken, well('connection', ['dns']), well('tls', ['connection']), well('tray')];
  const { checks } = await runDoctor(SCENE, () => undefined, looks);
  expect(checks).toMatchObject([
    { id: 'dns', status: 'failed', error: { code: 'server-unreachable' } },
    { id: 'connection', status: 'skipped', facts: { because: 'dns' } },
    { id: 'tls', status: 'skipped', facts: { because: 'dns' } },
    { id: 'tray', status: 'ok' },
  ]);
});

test('a surprise is one failed line, and the others follow', async () => {
  const surprising: DoctorLook = {
    id: 'watcher',
    needs: [],
    look: () => {
      throw new TypeError('nobody expected this');
    },
  };
  const { checks } = await runDoctor(SCENE, () => undefined, [surprising, well('tray')]);
  expect(checks).toMatchObject([
    { id: 'watcher', status: 'failed', error: { code: 'unexpected' } },
    { id: 'tray', status: 'ok' },
  ]);
});

test('tells before each look what is looked at and what was found so far', async () => {
  const heard: DoctorReport[] = [];
  const last = await runDoctor(SCENE, (report) => heard.push(report), [well('dns'), well('tray')]);
  expect(heard.map(({ current, checks }) => [current, checks.length])).toEqual([
    ['dns', 0],
    ['tray', 1],
  ]);
  expect([last.current, last.checks.length]).toEqual([null, 2]);
});
