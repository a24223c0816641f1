import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { DOCTOR_CHECKS, type DoctorCheck, type DoctorReport } from '../../../../shared/model/doctor.ts';
import { ok, type Result } from '../../../../shared/model/sync-error.ts';
import { done } from '../fake-api.ts';
import { openWindow } from '../open-window.tsx';
import { NOW, snapshot } from '../snapshots.ts';

afterEach(cleanup);

const fine = (id: DoctorCheck['id']): DoctorCheck => ({
  id,
  status: 'ok',
  finding: 'disk-ok',
  facts: { freeMiB: 9000 },
});

/** Every line well, but for these. */
function report(...others: readonly DoctorCheck[]): DoctorReport {
  const checks = DOCTOR_CHECKS.map((id) => others.find((check) => check.id === id) ?? fine(id));
  return { checks, current: null, time: NOW };
}

const REFUSED: DoctorCheck = {
  id: 'token-accepted',
  status: 'failed',
  finding: 'error',
  facts: { code: 'token-refused' },
  error: { code: 'token-refused' },
  fix: 'connection',
};
const SKIPPED: DoctorCheck = {
  id: 'lssn',
  status: 'skipped',
  finding: 'skipped-because',
  facts: { because: 'token-accepted' },
};
const LOW: DoctorCheck = {
  id: 'folder-disk',
  status: 'warning',
  finding: 'disk-low',
  facts: { freeMiB: 80 },
};

const lineOf = (name: string): HTMLElement => {
  const line = screen.getByRole('heading', { level: 3, name }).closest('li');
  if (line === null) throw new Error(`no line ${name}`);
  return line;
};

test('each line says in words how it is, what that means and what to do; the fix is a click away', async () => {
  const { api, user } = openWindow('#doctor', snapshot(), {
    'doctor.run': () => ok(report(REFUSED, SKIPPED, LOW)),
    'app.openWindow': done,
  });
  const summary = await screen.findByText(/One problem stands in the way of a sync: Token at GIIP\./u);
  expect(summary.textContent).toContain('One line needs your attention.');
  expect(summary.closest('output')).toBeTruthy();
  expect(lineOf('DNS').textContent).toBe('DNS8 GB are free.OK');
  expect(lineOf('Disk of the folder').textContent).toBe('Disk of the folderAttention');
  expect(lineOf('Server number').textContent).toMatch(/“Token at GIIP”\.Not checked$/u);
  expect(lineOf('Token at GIIP').textContent).toBe('Token at GIIPProblem');
  const low = screen.getByRole('region', { name: 'Attention: Disk of the folder' });
  expect(low.textContent).toMatch(/Only 80 MB are free\..*Make room/u);
  const refused = screen.getByRole('region', { name: 'Problem: Token at GIIP' });
  expect(refused.textContent).toMatch(/GIIP refused the Agent Token.*Verify the Agent Token/u);
  await user.click(within(refused).getByRole('button', { name: 'Change connection: Token at GIIP' }));
  expect(api.inputs('app.openWindow')).toEqual(['setup']);
});

test('every line is there from the beginning and fills in as it is looked at; readers hear each part once', async () => {
  let end: (answer: Result<DoctorReport>) => void = () => undefined;
  const { api } = openWindow('#doctor', snapshot(), {
    'doctor.run': () =>
      new Promise((resolve) => {
        end = resolve;
      }),
  });
  expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(DOCTOR_CHECKS.length);
  expect(lineOf('Folder').textContent).toBe('FolderWaiting');
  const checks = DOCTOR_CHECKS.slice(0, DOCTOR_CHECKS.indexOf('dns')).map(fine);
  act(() => api.send('doctor.progress', { checks, current: 'dns', time: NOW }));
  expect(lineOf('Folder').textContent).toContain('OK');
  expect(lineOf('DNS').textContent).toBe('DNSChecking…');
  expect(lineOf('TLS').textContent).toBe('TLSWaiting');
  expect(screen.getByText('Checking: The way to GIIP…').closest('output')).toBeTruthy();
  expect(screen.getByRole('progressbar', { name: 'Progress' }).getAttribute('value')).toBe(
    `${checks.length}`,
  );
  expect(screen.getByRole('button', { name: 'Copy report' }).getAttribute('aria-disabled')).toBe('true');
  await act(async () => end(ok(report())));
  expect(screen.getByText('Nothing stands in the way of a sync.')).toBeTruthy();
  expect(screen.queryByRole('progressbar')).toBeNull();
});

test('"Check again" looks anew; copying and saving are said', async () => {
  const reports = [report(REFUSED), report()];
  const { api, user } = openWindow('#doctor', snapshot(), {
    'doctor.run': () => ok(reports.shift() ?? report()),
    'doctor.copy': done,
    'doctor.save': () => ok(true),
  });
  await screen.findByText(/One problem/u);
  await user.click(screen.getByRole('button', { name: 'Copy report' }));
  expect(await screen.findByText(/^Copied: without the token/u)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save report…' }));
  expect(await screen.findByText(/^Saved: without the token/u)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Check again' }));
  expect(await screen.findByText('Nothing stands in the way of a sync.')).toBeTruthy();
  expect(screen.queryByText(/^Saved/u)).toBeNull();
  expect(api.inputs('doctor.run')).toHaveLength(2);
});

test('a report that was not saved is not said to be; a failure is', async () => {
  const answers: Result<boolean>[] = [ok(false), { ok: false, error: { code: 'write-failed' } }];
  const { user } = openWindow('#doctor', snapshot(), {
    'doctor.run': () => ok(report()),
    'doctor.save': () => answers.shift() ?? ok(true),
  });
  await screen.findByText('Nothing stands in the way of a sync.');
  const save = screen.getByRole('button', { name: 'Save report…' });
  await user.click(save);
  expect(screen.queryByText(/^Saved/u)).toBeNull();
  await user.click(save);
  expect((await screen.findByRole('alert')).textContent).toContain('A file could not be written.');
});

test('Escape closes; the popup leads here from its error', async () => {
  const { api, user } = openWindow('#doctor', snapshot(), {
    'doctor.run': () => ok(report()),
    'app.closeWindow': done,
  });
  await user.keyboard('{Escape}');
  expect(api.inputs('app.closeWindow')).toEqual([null]);
  cleanup();
  const popup = openWindow('#popup', snapshot({ state: 'offline', error: { code: 'server-unreachable' } }), {
    'app.openWindow': done,
  });
  await popup.user.click(await screen.findByRole('button', { name: 'Find out why…' }));
  expect(popup.api.inputs('app.openWindow')).toEqual(['doctor']);
});

test.each([
  ['proxy', 'Proxy', 'network'],
  ['autostart', 'Start at sign-in', 'behaviour'],
] as const)('the fix of %s leads to its part of the settings', async (id, name, part) => {
  const { api, user } = openWindow('#doctor', snapshot(), {
    'doctor.run': () => ok(report({ ...LOW, id, fix: 'settings' })),
    'app.openSettings': done,
  });
  const card = within(await screen.findByRole('region', { name: `Attention: ${name}` }));
  await user.click(card.getByRole('button'));
  expect(api.inputs('app.openSettings')).toEqual([part]);
});

test('a last word of progress that comes after the answer takes nothing back', async () => {
  const { api } = openWindow('#doctor', snapshot(), { 'doctor.run': () => ok(report()) });
  await screen.findByText(/Nothing stands in the way of a sync/u);
  const checks = report().checks.slice(0, -1);
  act(() => api.send('doctor.progress', { checks, current: 'agreement', time: NOW }));
  expect(lineOf('Agreement').textContent).toBe('Agreement8 GB are free.OK');
});
