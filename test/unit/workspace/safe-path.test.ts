import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IGNORED_NAMES, isIgnoredName } from '../../../electron/workspace/ignored-names.ts';
import { safePath } from '../../../electron/workspace/safe-path.ts';

/** Shows what a terminal would hide. */
function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text).replace(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const REFUSED_DOCS: readonly (readonly [id: string, reason: RegExp, wires: readonly string[]])[] = [
  ['P01', /"\.\."/, ['docs/../../.bashrc', '../configs/x.json', 'docs/..', '..']],
  ['P02', /"\.\."/, ['docs/..\\..\\evil.md', 'docs\\..\\x.md']],
  ['P03', /part/, ['docs/a/../b.md', 'docs/./a.md', 'docs//a.md', 'docs/a.md/', 'docs/a.md\\']],
  ['P04', /absolute/, ['/etc/passwd', '\\x', '/docs/a.md']],
  ['P05', /drive/, ['C:\\x', 'C:x', 'D:evil.md', 'c:/docs/x.md']],
  ['P06', /absolute/, ['\\\\srv\\share\\x', '//srv/share/x']],
  ['P07', /absolute/, ['\\\\?\\C:\\x', '\\\\.\\PhysicalDrive0', '\\??\\C:\\x', '//?/C:/x']],
  [
    'P08',
    /device/,
    ['docs/CON', 'docs/nul.txt', 'docs/aux.tar.gz', 'docs/COM1.md', 'docs/LPT9', 'docs/prn/a.md'],
  ],
  ['P09', /device/, ['docs/COM¹.md', 'docs/LPT²', 'docs/com³', 'docs/CONIN$', 'docs/CONOUT$', 'docs/CLOCK$']],
  ['P10', /device/, ['docs/nul .md', 'docs/con .txt']],
  ['P11', /not every system/, ['docs/a.md:evil', 'docs/a.md::$DATA']],
  ['P12', /dot or a space/, ['docs/a.md.', 'docs/a.md ', 'docs/dir./x.md', 'docs/dir /x.md', 'docs/...']],
  ['P13', /not every system/, ['<', '>', '"', '?', '*', '|', ':'].map((letter) => `docs/a${letter}.md`)],
  [
    'P13',
    /control/,
    ['\u0001', '\u001f', '\u007f', '\n', '\r', '\t', '\u0085', '\u2028'].map(
      (letter) => `docs/a${letter}b.md`,
    ),
  ],
  ['P14', /control/, ['docs/a\0.md', '\0']],
  [
    'P15',
    /invisible/,
    ['\u202e', '\u200c', '\u200d', '\ufeff', '\u2066', '\u00ad', '\u061c', '\u3164', '\u{e0041}'].map(
      (letter) => `docs/a${letter}b.md`,
    ),
  ],
  [
    'P21',
    /200 bytes/,
    [`docs/${'a'.repeat(201)}`, `docs/${'한'.repeat(67)}`, `docs/${'e\u0301'.repeat(70)}/x.md`],
  ],
  ['P21', /too long/, [`docs/${'abcdefghi/'.repeat(5)}${`${'x'.repeat(190)}/`.repeat(4)}y.md`]],
  ['P22', /32 parts/, [`docs/${'a/'.repeat(5000)}b.md`, `docs/${'a/'.repeat(31)}b.md`]],
  ['P23', /short name/, ['docs/PROGRA~1/x', 'docs/GIT~1/x', 'docs/NOTES~2.MD']],
  ['P24', /names no document|part|dot or a space/, ['', 'docs', 'docs/', '.', ' ', '\t', 'docs/ ', '   ']],
  [
    'P25',
    /not below docs/,
    ['configs/agent.json', 'configs', 'CONFIGS\\agent.json', '.openclaw/x', '.OpenClaw/docs/a.md'],
  ],
  [
    'P25',
    /reserved/,
    ['docs/.sync-tmp/x', 'docs/.openclaw-sync/x', 'docs/a/.OPENCLAW-SYNC', '.openclaw-sync/x'],
  ],
  [
    'P28',
    /version control/,
    [
      'docs/.git/hooks/post-checkout',
      'docs/.GIT/config',
      'docs/.Git',
      'docs/.ｇit/x',
      'docs/.hg/hgrc',
      '.git/config',
    ],
  ],
  ['P28', /dot or a space|invisible/, ['docs/.GIT./config', 'docs/.git /config', 'docs/.g\u200cit/config']],
  [
    'P29',
    /program/,
    [
      'run.bat',
      'x.lnk',
      'desktop.ini',
      'a.exe',
      'A.EXE',
      'b.Cmd',
      'c.com',
      'd.scr',
      'e.pif',
      'f.url',
      'g.scf',
      'h.cpl',
      'i.msi',
      'j.hta',
      'k.vbs',
      'l.jse',
      'autorun.inf',
      'm.desktop',
      'n.command',
      'o.ｅxe',
    ].map((name) => `docs/sub/${name}`),
  ],
  [
    'P35',
    /separator/,
    ['\uff0f', '\uff3c', '\u2215', '\u00a5', '\u20a9', '\u2044', '\u29f8'].map(
      (letter) => `docs/a${letter}b.md`,
    ),
  ],
  ['P35', /"\.\."/, ['docs/\uff0e\uff0e/x.md', 'docs/\u2025/x.md']],
  ['P36', /Unicode/, ['docs/\ud800.md', 'docs/a\udc00b.md', 'docs/\ufffd.md']],
  [
    'L09',
    /temporary/,
    [
      'docs/a.swp',
      'docs/~$a.md',
      'docs/4913',
      'docs/a.tmp',
      'docs/.DS_Store',
      'docs/Thumbs.db',
      'docs/a.md~',
      'docs/.#a.md',
    ],
  ],
];

const ADMITTED_DOCS: readonly (readonly [id: string, wire: string, path: string])[] = [
  ['P04', '~/.ssh/config', 'docs/~/.ssh/config'],
  ['P08', 'docs/console.md', 'docs/console.md'],
  ['P08', 'docs/com.md', 'docs/com.md'],
  ['P22', `docs/${'a/'.repeat(30)}b.md`, `docs/${'a/'.repeat(30)}b.md`],
  ['P21', `docs/${'a'.repeat(200)}`, `docs/${'a'.repeat(200)}`],
  ['P25', 'docs/configs/agent.json', 'docs/configs/agent.json'],
  ['P27', '__proto__', 'docs/__proto__'],
  ['P29', 'docs/setup.ps1', 'docs/setup.ps1'],
  ['P29', 'docs/LICENSE', 'docs/LICENSE'],
  ['P29', 'docs/.gitignore', 'docs/.gitignore'],
  ['P30', 'docs/x.asar', 'docs/x.asar'],
  ['P30', 'docs/x.asar/y.md', 'docs/x.asar/y.md'],
  ['P31', 'docs/%2e%2e/%2e%2e/x', 'docs/%2e%2e/%2e%2e/x'],
  ['P32', 'docs/sub\\a.md', 'docs/sub/a.md'],
  ['P33', 'docs\\sub\\a.md', 'docs/sub/a.md'],
  ['P34', 'guide.md', 'docs/guide.md'],
  ['P34', 'sub\\guide.md', 'docs/sub/guide.md'],
  ['E12', 'docs/한국어/日本語.md', 'docs/한국어/日本語.md'],
  ['E12', 'docs/عربى.md', 'docs/عربى.md'],
  ['E12', 'docs/👩🏽‍🚀 ❤️‍🔥.md', 'docs/👩🏽‍🚀 ❤️‍🔥.md'],
  ['E12', 'docs/¿Qué? no'.replace('?', '？'), 'docs/¿Qué？ no'],
  ['-', 'docs/a b (1) [x] & ~draft.tar.md', 'docs/a b (1) [x] & ~draft.tar.md'],
  ['-', 'docs/v1..2.md', 'docs/v1..2.md'],
];

describe('doc_path from GIIP', () => {
  for (const [id, reason, wires] of REFUSED_DOCS) {
    it.each(wires.map((wire) => [shown(wire), wire] as const))(`${id}: refuses %s`, (_, wire) => {
      expect(safePath.admit('doc', wire)).toEqual({ refused: expect.stringMatching(reason) });
    });
  }

  it.each(ADMITTED_DOCS.map(([id, wire, path]) => [id, shown(wire), wire, path] as const))(
    '%s: takes %s',
    (_, __, wire, path) => {
      expect(safePath.admit('doc', wire)).toEqual({ path });
    },
  );

  it('P14: no reason repeats a letter of the name', () => {
    const wires = REFUSED_DOCS.flatMap(([, , all]) => all);
    for (const wire of wires) {
      const admission = safePath.admit('doc', wire);
      expect('refused' in admission && /^[\x20-\x7e]+$/.test(admission.refused)).toBe(true);
    }
  });
});

describe('config key from GIIP', () => {
  it.each([
    '../x.json',
    'a/b.json',
    'a\\b.json',
    'a.json/',
    '.json',
    'agent_config',
    '',
    'configs/a.json',
    '/a.json',
    '..',
    'a.JSON',
    'a.json\n',
  ])('P26: refuses %j', (key) => expect(safePath.admit('config', key)).toHaveProperty('refused'));

  it.each(['__proto__', 'constructor'])('P27: refuses %s, and nothing is polluted', (key) => {
    expect(safePath.admit('config', key)).toHaveProperty('refused');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each([
    'nul.json',
    'COM¹.json',
    'a:b.json',
    '~$a.json',
    'GIT~1.json',
    'a\u202eb.json',
    '\ud800.json',
    '.git .json'.replace(' ', '\u200b'),
  ])('P08 to P36: refuses %j', (key) => expect(safePath.admit('config', key)).toHaveProperty('refused'));

  it.each(['agent.json', 'agent config (2).json', '한국어.json', '__proto__.json', '.hidden.json'])(
    'takes %s',
    (key) => {
      expect(safePath.admit('config', key)).toEqual({ path: `configs/${key}` });
    },
  );
});

describe('local names (E14)', () => {
  it.each(['docs/a\\b.md', 'docs/a:b.md', 'docs/CON', 'docs/x ', 'docs/\ufffd.md'])('refuses %j', (path) => {
    expect(safePath.admitLocal(path)).toHaveProperty('refused');
  });

  it.each([
    'docs',
    'configs',
    'other/a.md',
    'configs/sub/a.json',
    'configs/a.txt',
    'docs/../a.md',
    '',
    '/docs/a.md',
  ])('refuses %j, which is no item', (path) => expect(safePath.admitLocal(path)).toHaveProperty('refused'));

  it('what one machine may send, another may receive, and the other way round', () => {
    for (const [, , path] of ADMITTED_DOCS) {
      expect(safePath.admitLocal(path)).toEqual({ path });
      expect(safePath.admit('doc', path)).toEqual({ path });
    }
  });
});

describe('fold key', () => {
  it.each([
    ['P16', 'docs/A.md', 'docs/a.md'],
    ['P17', 'docs/\u00e9.md', 'docs/e\u0301.md'],
    ['P18', 'docs/straße.md', 'docs/STRASSE.md'],
    ['P18', 'docs/ﬁ.md', 'docs/fi.md'],
    ['P18', 'docs/\u212a.md', 'docs/k.md'],
    ['P19', 'docs/ı.md', 'docs/I.md'],
  ])('%s: %s is the same name as %s', (_, one, other) => {
    expect(safePath.foldKey(one)).toBe(safePath.foldKey(other));
  });

  it('tells different names apart', () => {
    const names = ['docs/a.md', 'docs/b.md', 'docs/a/md', 'docs/é.md', 'docs/e.md', 'configs/a.md'];
    expect(new Set(names.map(safePath.foldKey)).size).toBe(names.length);
  });
});

const EXAMPLES: readonly string[] = [
  'a.temp',
  'a.part',
  'a.crdownload',
  '.a.kate-swp',
  '.fuse_hidden0001',
  '.directory',
  '.swp',
  '.a.md.swp',
  'x.swo',
  '~$x.docx',
  '4913',
  'x.tmp',
  'X.TMP',
  '.DS_Store',
  'Thumbs.db',
  'thumbs.DB',
  '.#a',
  '#a#',
  'a~',
  '.~lock.a.odt#',
  '._a',
  '.goutputstream-ABC',
  '.nfs000000000123',
  'a___jb_tmp___',
];

describe('names that are passed over (L09)', () => {
  it.each(EXAMPLES)('%s', (name) => expect(isIgnoredName(name)).toBe(true));

  it.each(['a.md', '~a.md', 'tmp', 'tmp.md', '4913.md', 'a.swift', '.hidden', 'notes.temporary', '#1.md'])(
    'but not %s',
    (name) => expect(isIgnoredName(name)).toBe(false),
  );

  it('each rule of the list is needed for one of these', () => {
    const needless = IGNORED_NAMES.filter((rule) => !EXAMPLES.some((name) => rule.test(name)));
    expect(needless).toEqual([]);
  });
});

describe('a file in a folder that was admitted', () => {
  const letters = fc.constantFrom(
    ...'aZ09 ._-~$#éﬁ¹\u200d\u0301',
    'con',
    'COM1',
    '.md',
    '.exe',
    '.tmp',
    '.git',
  );
  const name = fc.string({ unit: letters, minLength: 1, maxLength: 90 });

  it('is judged by its own name as it is by its whole path', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), name, (folders, file) => {
        const folder = ['docs', ...folders].join('/');
        fc.pre('path' in safePath.admitLocal(`${folder}/x`));
        expect(safePath.admitIn(folder, file)).toEqual(safePath.admitLocal(`${folder}/${file}`));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(Object.entries({ docs: EXAMPLES, configs: ['a.json', 'b.md', '.json', 'con.json'] }))(
    'in %s',
    (folder, names) => {
      for (const one of names)
        expect(safePath.admitIn(folder, one)).toEqual(safePath.admitLocal(`${folder}/${one}`));
    },
  );
});
