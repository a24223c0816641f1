import { describe, expect, test } from 'vitest';
import { reportText } from '../../../electron/doctor/report-text.ts';
import type { DoctorCheck, DoctorReport } from '../../../shared/model/doctor.ts';

const CANARY = 'sk-canary-4f1d9a7c"3e';
const HOME = '/home/mina.kim';

function report(...checks: readonly DoctorCheck[]): DoctorReport {
  return { checks, current: null, time: Date.UTC(2026, 10, 23, 12) };
}

function textOf(checks: readonly DoctorCheck[], home = HOME): string {
  return reportText(report(...checks), { version: '1.2.3', system: 'Linux 6.1', home, secrets: [CANARY] });
}

const folder = (path: string): DoctorCheck => ({
  id: 'folder',
  status: 'ok',
  finding: 'folder-ok',
  facts: { folder: path },
});

describe('the report that is given to others', () => {
  test('says each line with its code, when and where it was made', () => {
    const refused: DoctorCheck = {
      id: 'token-accepted',
      status: 'failed',
      finding: 'error',
      facts: { code: 'token-refused' },
      error: { code: 'token-refused' },
    };
    const text = textOf([folder('/data/.openclaw'), refused]);
    expect(text).toContain('Openclaw Sync 1.2.3');
    expect(text).toContain('2026-11-23T12:00:00.000Z, Linux 6.1');
    expect(text).toContain('[OK]          Folder: /data/.openclaw can be read and written.');
    expect(text).toMatch(
      /\[Problem\]\s+Token at GIIP: GIIP refused .*\(token-refused\)\n\s+Verify the Agent Token/,
    );
  });

  test.each([
    ['/home/mina.kim/.openclaw', HOME, '~/.openclaw'],
    ['C:\\Users\\Mina Kim\\.openclaw', 'C:\\Users\\Mina Kim', '~\\.openclaw'],
    ['c:/users/mina kim/.openclaw', 'C:\\Users\\Mina Kim', '~/.openclaw'],
    ['/data/.openclaw', '/', '/data/.openclaw'],
  ])('%s is shortened', (path, home, shown) => {
    expect(textOf([folder(path)], home)).toContain(`Folder: ${shown} can be read`);
  });

  test.each([
    CANARY,
    encodeURIComponent(CANARY),
    JSON.stringify(CANARY).slice(1, -1),
    Buffer.from(CANARY).toString('base64'),
    Buffer.from(CANARY).toString('hex'),
  ])('a token is in no error, in whatever form: %s', (form) => {
    const detail = `the proxy repeated ${form}`;
    const text = textOf([
      {
        id: 'pull',
        status: 'failed',
        finding: 'error',
        facts: { code: 'server-answer-invalid', detail },
        error: { code: 'server-answer-invalid', detail },
      },
    ]);
    expect(text).toContain('the proxy repeated [hidden]');
    expect(text).not.toContain(form);
  });

  test('documents are counted, not named', () => {
    const text = textOf([
      {
        id: 'agreement',
        status: 'warning',
        finding: 'agreement-off',
        facts: { count: 2, paths: ['docs/layoffs.md', 'docs/plan.md'], isDueNow: false },
      },
    ]);
    expect(text).toContain('come apart unseen: 2.');
    expect(text).not.toContain('docs/');
  });
});
