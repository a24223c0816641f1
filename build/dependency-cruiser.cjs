// Who may import what. A zone may import the project files, npm packages and Node modules that its row names, and
// nothing else: the table is complete, so a new folder starts with no rights at all.

const anyPackage = [''];
const adapter = {
  files: ['shared', 'electron/sync/((state-|run-)?ports|version-of|read-version|state-write-error)\\.ts'],
  node: true,
};
// How small files of ours are written.
const smallFiles = 'electron/stores/(private-files|replace-file)\\.ts';
const webPackages = [
  '@codemirror',
  '@tanstack/react-virtual',
  'diff',
  'lucide-react',
  'react',
  'react-dom',
  '@types/react',
  '@types/react-dom',
];

const zones = [
  // What the engine and the conflict window must compute alike: merging, and the style of files.
  { zone: 'shared/merge', files: ['shared'], packages: ['diff', 'jsonc-parser'] },
  { zone: 'shared', except: 'shared/merge', files: ['shared'] },
  { zone: 'electron/sync', files: ['shared', 'electron/sync'], packages: ['diff', 'jsonc-parser'] },
  {
    zone: 'electron/api',
    ...own(adapter, 'electron/api'),
    // One list of the forms of a secret for the log and for what a server says.
    files: [...adapter.files, 'electron/api', 'electron/stores/redact-secrets\\.ts'],
    packages: anyPackage,
  },
  { zone: 'electron/workspace', ...own(adapter, 'electron/workspace'), packages: anyPackage },
  {
    zone: 'electron/stores',
    files: [
      'shared',
      'electron/sync/((state-|run-)?ports|version-of|state-write-error)\\.ts',
      'electron/stores',
      'electron/app/application\\.ts',
    ],
    node: true,
    packages: anyPackage,
  },
  {
    // What IT decides: read, judged and followed; the settings and the token behind their ports.
    zone: 'electron/policy',
    files: [
      'shared',
      'electron/policy',
      'electron/sync/ports\\.ts',
      'electron/app/(ports|token-source)\\.ts',
      'electron/api/parse-api-url\\.ts',
      'electron/stores/(token-text|settings-store)\\.ts',
    ],
    node: true,
    packages: anyPackage,
  },
  {
    zone: 'electron/monitor',
    ...adapter,
    files: [...adapter.files, 'electron/monitor', smallFiles, 'electron/stores/value-schema\\.ts'],
    packages: anyPackage,
  },
  {
    zone: 'electron/notify',
    ...adapter,
    files: [...adapter.files, 'electron/notify', smallFiles],
    packages: ['zod'],
  },
  {
    zone: 'electron/updates',
    files: [...adapter.files, 'electron/updates', 'electron/api/is-loopback\\.ts'],
    packages: ['zod'],
    node: true,
  },
  {
    zone: 'electron/secrets',
    files: [
      'shared',
      'electron/sync/secret-ports\\.ts',
      'electron/workspace/time-slice\\.ts',
      'electron/secrets',
    ],
    packages: ['@secretlint'],
    node: true,
  },
  { zone: 'electron/rehearsal', ...own(adapter, 'electron/rehearsal'), packages: anyPackage },
  {
    zone: 'electron/app',
    files: ['shared', 'electron/sync', 'electron/app'],
    packages: anyPackage,
    node: true,
  },
  {
    zone: 'electron/ipc',
    files: ['shared', 'electron/ipc', 'electron/app/application\\.ts'],
    packages: ['electron', 'zod'],
    electron: true,
  },
  {
    zone: 'electron/shell',
    files: [
      'shared',
      'electron/(shell|updates|notify)',
      'electron/app/application\\.ts',
      'electron/api/browser-stack\\.ts',
      'electron/sync/ports\\.ts',
      smallFiles,
    ],
    packages: anyPackage,
    node: true,
    electron: true,
  },
  {
    zone: 'electron/doctor',
    files: ['shared', 'electron/(doctor|app|api|workspace|stores|sync)'],
    packages: anyPackage,
    node: true,
  },
  {
    zone: 'electron/support',
    files: ['shared', 'electron/(support|doctor|app|stores|sync)'],
    packages: anyPackage,
    node: true,
  },
  {
    // The engine's thread and the way to it.
    zone: 'electron/engine-host',
    files: [
      'shared',
      'electron/(engine-host|doctor|support|app|api|sync)',
      'electron/workspace/workspace-watcher\\.ts',
    ],
    node: true,
  },
  {
    zone: 'electron/engine-worker\\.ts',
    files: ['shared', 'electron/(engine-host|app)', 'electron/compose-engine\\.ts'],
    node: true,
  },
  {
    // The thread that reads beside the engine's.
    zone: 'electron/version-reader\\.ts',
    files: ['electron/sync/read-version\\.ts', 'electron/workspace'],
    node: true,
  },
  {
    zone: 'electron/cli',
    files: [
      'shared',
      'electron/(cli|doctor|support|app|api|monitor|workspace|stores|sync|rehearsal|policy)',
      'electron/compose-engine\\.ts',
    ],
    packages: anyPackage,
    node: true,
  },
  {
    zone: 'electron/compose-engine\\.ts',
    files: ['shared', 'electron/(api|app|secrets|stores|sync|workspace)'],
    packages: anyPackage,
    node: true,
  },
  {
    zone: 'electron/compose(-network|-input|-log)?\\.ts',
    files: ['shared', 'electron'],
    packages: anyPackage,
    node: true,
  },
  {
    zone: 'electron/(cli|run-command)\\.ts',
    files: ['electron/cli', 'electron/run-command\\.ts'],
    packages: anyPackage,
    node: true,
  },
  {
    zone: 'electron/(main|load-desktop|open-desktop|compose-desktop)\\.ts',
    files: [
      'shared',
      'electron/(shell|ipc|app|cli)',
      'electron/(compose(-desktop|-log)?|load-desktop|open-desktop|run-command)\\.ts',
      'electron/stores/(state-dir|settings-store)\\.ts',
    ],
    packages: anyPackage,
    node: true,
    electron: true,
  },
  { zone: 'electron/preload\\.ts', files: ['shared/ipc'], packages: ['electron'], electron: true },
  { zone: 'renderer', files: ['shared', 'renderer'], packages: webPackages },
];

/** A zone that may always import from itself, beside what its kind may. */
function own(kind, folder) {
  return { ...kind, files: [...kind.files, folder] };
}

/** `shared` must not match `shared-other`, and a file's pattern ends where the file's name does. */
function within(paths) {
  return paths.map((path) => `^${path}${path.endsWith('.ts') ? '$' : '/'}`);
}

function insidePackages(names) {
  return names.map((name) => (name === '' ? 'node_modules/' : `node_modules/${name}/`));
}

function rulesFor({ zone, except, files, packages = [], node = false, electron = false }) {
  const from = { path: within([zone]), ...(except && { pathNot: within([except]) }) };
  const rule = (what, to) => ({
    name: `${zone.replace('\\', '')} imports ${what}`,
    severity: 'error',
    from,
    to,
  });
  const rules = [
    rule('files of another zone', {
      pathNot: [...within(files), 'node_modules/'],
      dependencyTypesNot: ['core'],
      couldNotResolve: false,
    }),
    rule('a package it may not', { path: 'node_modules/', pathNot: insidePackages(packages) }),
  ];
  if (!node) rules.push(rule('Node', { dependencyTypes: ['core'] }));
  if (!electron) rules.push(rule('Electron', { path: 'node_modules/electron/' }));
  return rules;
}

const zonePaths = within(zones.map(({ zone }) => zone));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...zones.flatMap(rulesFor),
    {
      name: 'file outside every zone',
      severity: 'error',
      from: { pathNot: [...zonePaths, 'node_modules/'] },
      to: {},
    },
    { name: 'import cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'import that leads nowhere', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'command line reaches Electron',
      comment: 'The commands also run on plain Node, where the electron package has nothing to offer.',
      severity: 'error',
      from: { path: '^electron/cli\\.ts$' },
      to: { path: 'node_modules/electron/', reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|svg|png)$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'build/tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
