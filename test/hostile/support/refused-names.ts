/** Names of GIIP's that no file may have, and what the refusal says. */
interface RefusedNames {
  /** The test's name, with the row of the list in front. */
  readonly row: string;
  readonly reason: RegExp;
  readonly docs?: readonly string[];
  readonly configs?: readonly string[];
}

/** With one letter in it that makes the name unfit. */
function names(letters: string): readonly string[] {
  return [...letters].map((letter) => `docs/a${letter}b.md`);
}

export const REFUSED_NAMES: readonly RefusedNames[] = [
  {
    row: 'P01 parent folders lead out of the root',
    reason: /"\.\."/,
    docs: ['docs/../../.bashrc', '../configs/x.json', 'docs/..', '..', 'docs/../../../../../etc/cron.d/evil'],
  },
  {
    row: 'P02 a backslash is a separator before anything else is looked at',
    reason: /"\.\."/,
    docs: ['docs/..\\..\\evil.md', 'docs\\..\\..\\x', '..\\..\\evil.md'],
  },
  {
    row: 'P03 dot parts and empty parts are never normalised away',
    reason: /part/,
    docs: ['docs/a/../b.md', 'docs/./a.md', 'docs//a.md', 'docs/a.md/', 'docs/a.md\\', './docs/a.md'],
  },
  {
    row: 'P04 absolute paths',
    reason: /absolute/,
    docs: ['/etc/passwd', '\\x', '/docs/known.md', '/tmp/openclaw-hostile-x'],
  },
  { row: 'P05 drive letters', reason: /drive/, docs: ['C:\\x', 'C:x', 'D:evil.md', 'c:/docs/x.md'] },
  { row: 'P06 network shares', reason: /absolute/, docs: ['\\\\srv\\share\\x', '//srv/share/x'] },
  {
    row: 'P07 device paths of Windows',
    reason: /absolute/,
    docs: ['\\\\?\\C:\\x', '\\\\.\\PhysicalDrive0', '\\??\\C:\\x', '//?/C:/x'],
  },
  {
    row: 'P08 device names of Windows, on every system',
    reason: /device/,
    docs: ['docs/CON', 'docs/nul.txt', 'docs/aux.tar.gz', 'docs/COM1.md', 'docs/LPT9', 'docs/prn/a.md'],
    configs: ['con.json', 'NUL.json'],
  },
  {
    row: 'P09 device names with superscript digits and the console’s own',
    reason: /device/,
    docs: ['docs/COM¹.md', 'docs/LPT²', 'docs/com³', 'docs/CONIN$', 'docs/CONOUT$', 'docs/CLOCK$'],
  },
  { row: 'P10 spaces before the dot', reason: /device/, docs: ['docs/nul .md', 'docs/con .txt'] },
  {
    row: 'P11 alternate data streams',
    reason: /not every system/,
    docs: ['docs/known.md:evil', 'docs/a.md::$DATA'],
  },
  {
    row: 'P12 dots and spaces at the end of a part',
    reason: /dot or a space/,
    docs: ['docs/known.md.', 'docs/known.md ', 'docs/dir./x.md', 'docs/dir /x.md', 'docs/...'],
  },
  {
    row: 'P13 characters that Windows forbids',
    reason: /not every system/,
    docs: names('<>"?*|'),
    configs: ['a<b.json', 'a?.json'],
  },
  {
    row: 'P13 control characters and new lines',
    reason: /control/,
    docs: names('\u0001\u001f\u007f\n\r\t\u0085\u2028'),
  },
  {
    row: 'P14 a NUL never reaches the file system',
    reason: /control/,
    docs: ['docs/a\0.md', '\0'],
    configs: ['a\0.json'],
  },
  {
    row: 'P15 invisible and reordering characters',
    reason: /invisible/,
    docs: names('\u202e\u200c\u200d\ufeff\u2066\u00ad\u061c\u3164\u{e0041}'),
  },
  {
    row: 'P21 a part over 200 bytes and a path over 800, before any folder is made',
    reason: /200 bytes|too long/,
    docs: [
      `docs/${'a'.repeat(201)}`,
      `docs/${'a'.repeat(256)}.md`,
      `docs/${'한'.repeat(67)}`,
      `docs/made/${'a'.repeat(255)}/x.md`,
      `docs/${`${'x'.repeat(190)}/`.repeat(5)}y.md`,
    ],
  },
  {
    row: 'P22 more than 32 parts',
    reason: /32 parts/,
    docs: [`docs/${'a/'.repeat(31)}b.md`, `docs/${'a/'.repeat(400)}b.md`],
  },
  {
    row: 'P23 short names of Windows',
    reason: /short name/,
    docs: ['docs/PROGRA~1/x', 'docs/GIT~1/x', 'docs/KNOWN~1.MD'],
  },
  {
    row: 'P24 names of no document',
    reason: /names no document|part|dot or a space/,
    docs: ['docs', 'docs/', '.', ' ', '\t', 'docs/ ', '   '],
  },
  {
    row: 'P25 the other section, our own folder, a folder inside the folder',
    reason: /not below docs|reserved/,
    docs: [
      'configs/agent.json',
      'configs/known.json',
      'CONFIGS\\agent.json',
      '.openclaw/x',
      '.OpenClaw/docs/a.md',
      'docs/.sync-tmp/x',
      'docs/.openclaw-sync/x',
      '.openclaw-sync/lock',
    ],
  },
  {
    row: 'P26 config keys that are not one plain *.json name',
    reason: /one plain file name|end in \.json/,
    configs: [
      '../x.json',
      'a/b.json',
      'a\\b.json',
      'a.json/',
      '.json',
      'agent_config',
      'a.JSON.bak',
      '',
      '/x.json',
    ],
  },
  {
    row: 'P27 config keys that are members of every object',
    reason: /end in \.json/,
    configs: ['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
  },
  {
    row: 'P28 folders of version control, however they are spelled',
    reason: /version control|dot or a space|invisible|short name/,
    docs: [
      'docs/.git/hooks/post-checkout',
      'docs/.GIT/config',
      'docs/.GIT./config',
      'docs/.git /config',
      'docs/.g\u200cit/config',
      'docs/.ｇit/x',
      'docs/git~1/config',
      'docs/.hg/hgrc',
      '.git/config',
    ],
  },
  {
    // The research asks for a list of allowed extensions; program-names.ts says why it is a list of refused ones.
    row: 'P29 programs, shortcuts and folder settings (a list of refused extensions by design)',
    reason: /program/,
    docs: [
      'run.bat',
      'x.lnk',
      'desktop.ini',
      'a.exe',
      'A.EXE',
      'b.Cmd',
      'm.desktop',
      'n.command',
      'o.ｅxe',
    ].map((name) => `docs/sub/${name}`),
  },
  {
    row: 'P35 characters that tools in another code page take for a separator',
    reason: /separator|"\.\."/,
    docs: [...names('\uff0f\uff3c\u2215\u00a5\u20a9\u2044'), 'docs/\uff0e\uff0e/x.md', 'docs/\u2025/x.md'],
  },
];
