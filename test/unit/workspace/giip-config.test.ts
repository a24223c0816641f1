import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseGiipConfig } from '../../../electron/workspace/giip-config.ts';
import { findGiipConfigs, readGiipConfig } from '../../../electron/workspace/giip-config-files.ts';
import { tempWorkspace } from './temp-workspace.ts';

const GOOD = { token: 'abc123', lssn: 71221, problem: null };

describe('giipAgent.cfg', () => {
  it.each([
    ['as the sample has it', '\ufeff# 🚀 giip\nsk = "abc123"\nlssn = "71221"\napiaddrv2="https://x/api"\n'],
    [
      'with CRLF and comments after the value',
      'sk = "abc123" # the token\r\nlssn = "71221"   # 0: not assigned\r\n',
    ],
    ['with colons and single quotes', "SK: 'abc123'\nLssn : '71221'"],
    ['without quotes', 'sk=abc123\nlssn=71221 # number'],
    ['with a later line for the same key', 'sk="YOUR_KVS_TOKEN"\nlssn="0"\nsk="abc123"\nlssn="71221"'],
    ['with lines that mean nothing', '[giip]\nhello\n= x\n#sk="no"\n\tsk\t=\t"abc123"\t\nlssn="71221"'],
  ])('%s', (_, text) => expect(parseGiipConfig(text)).toEqual(GOOD));

  it.each([
    ['sk="YOUR_KVS_TOKEN"\nlssn="1"', 'sk still has its sample value'],
    ['sk="<token>"\nlssn="1"', 'sk still has its sample value'],
    ['sk=""\nlssn="1"', 'sk is empty'],
    ['sk=\nlssn="1"', 'sk is empty'],
    ['lssn="1"', 'sk is missing'],
    ['sk="abc\nlssn="1"', 'sk has quotes that do not match'],
    ['sk=“abc”\nlssn="1"', 'sk has quotes that do not match'],
    ['sk="a b"\nlssn="1"', 'sk has a character that no token has'],
    ['sk="a\ufffdb"\nlssn="1"', 'sk has a character that no token has'],
    ['sk="abc"\nlssn="0"', 'lssn is 0, which means that none is assigned yet'],
    ['sk="abc"\nlssn="YOUR_LSSN"', 'lssn still has its sample value'],
    ['sk="abc"', 'lssn is missing'],
    ...['-1', '1e3', '2147483648', '1.5', '0x10', 'one', '99999999999'].map((lssn) => [
      `sk="abc"\nlssn="${lssn}"`,
      'lssn is not a whole number from 1 to 2147483647',
    ]),
  ])('L13 L14: %j is refused', (text, problem) => {
    expect(parseGiipConfig(text).problem).toBe(problem);
  });

  it('names every problem, and never a value', () => {
    expect(parseGiipConfig('').problem).toBe('sk is missing; lssn is missing');
    const { problem } = parseGiipConfig('sk="s3cret s3cret"\nlssn="s3cret"');
    expect(problem).not.toContain('s3cret');
  });
});

describe('where it is looked for', () => {
  it('every one found is listed, without its token', () => {
    const { root, parent } = tempWorkspace();
    const home = tempWorkspace().root;
    writeFileSync(join(parent, 'giipAgent.cfg'), 'sk="s3cret"\nlssn="7"');
    writeFileSync(join(home, 'giipAgent.cfg'), 'sk="YOUR_KVS_TOKEN"\nlssn="YOUR_LSSN"');
    const found = findGiipConfigs(root, home);
    expect(found).toEqual([
      { file: join(parent, 'giipAgent.cfg'), lssn: 7, hasToken: true, problem: null },
      {
        file: join(home, 'giipAgent.cfg'),
        lssn: null,
        hasToken: false,
        problem: 'sk still has its sample value; lssn still has its sample value',
      },
    ]);
    expect(JSON.stringify(found)).not.toContain('s3cret');
  });

  it('one file in two places is one candidate', () => {
    const { root, parent } = tempWorkspace();
    writeFileSync(join(parent, 'giipAgent.cfg'), 'sk="a"\nlssn="7"');
    expect(findGiipConfigs(root, parent).length).toBe(1);
  });

  it('reads what PowerShell writes: UTF-16 and old code pages in comments', () => {
    const { parent } = tempWorkspace();
    const file = join(parent, 'a.cfg');
    writeFileSync(
      file,
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('sk="abc123"\r\nlssn="71221"', 'utf16le')]),
    );
    expect(readGiipConfig(file)).toEqual({ ok: true, value: GOOD });
    writeFileSync(
      file,
      Buffer.concat([
        Buffer.from('# '),
        Buffer.from([0xc7, 0xd1]),
        Buffer.from('\nsk="abc123"\nlssn="71221"'),
      ]),
    );
    expect(readGiipConfig(file)).toEqual({ ok: true, value: GOOD });
  });

  it('says why a file cannot be read', () => {
    const { parent, root } = tempWorkspace();
    expect(readGiipConfig(join(parent, 'none.cfg'))).toMatchObject({
      error: { code: 'giip-config-unreadable' },
    });
    expect(readGiipConfig(root)).toMatchObject({ error: { code: 'giip-config-unreadable' } });
  });
});
