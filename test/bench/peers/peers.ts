import type { Peer } from './peer.ts';

/** Our own folder in the workspace is nothing that a peer should carry. */
const OURS = '.openclaw-sync';

export const UNISON: Peer = {
  name: 'unison',
  program: 'unison',
  words: (root, copy) => [root, copy, '-batch', '-silent', '-ui', 'text', '-ignore', `Name ${OURS}`],
  environment: (own) => ({ UNISON: own }),
};

const RCLONE = ['--config', '/dev/null', '--exclude', `/${OURS}/**`];

export const RCLONE_SYNC: Peer = {
  name: 'rclone sync',
  program: 'rclone',
  words: (root, copy) => ['sync', root, copy, ...RCLONE],
};

const BISYNC = [...RCLONE.slice(0, 2), '--filter', `- /${OURS}/**`];

export const RCLONE_BISYNC: Peer = {
  name: 'rclone bisync',
  program: 'rclone',
  words: (root, copy, own) => ['bisync', root, copy, '--workdir', own, ...BISYNC],
  first: `rclone bisync "$1" "$2" --workdir "$3" --resync ${BISYNC.slice(0, 3).join(' ')} '${BISYNC[3]}'`,
};

/** Compares by hash what `rclone sync` has copied. */
export const RCLONE_CHECK: Peer = {
  name: 'rclone check',
  program: 'rclone',
  words: (root, copy) => ['check', root, copy, ...RCLONE],
  copyOf: RCLONE_SYNC,
};

export const RSYNC: Peer = {
  name: 'rsync',
  program: 'rsync',
  words: (root, copy) => ['-a', '--exclude', OURS, `${root}/`, `${copy}/`],
};

/** Its repository lies elsewhere: a folder in a git work tree is something that the product looks at. */
export const GIT_STATUS: Peer = {
  name: 'git status',
  program: 'git',
  words: (root, copy) => [`--git-dir=${copy}/git`, `--work-tree=${root}`, 'status', '--porcelain'],
  first: `cd "$1"; export GIT_DIR="$2/git" GIT_WORK_TREE="$1"; git init -q
    git config user.email bench@localhost; git config user.name Bench; echo ${OURS} > "$2/git/info/exclude"
    git add -A; git commit -q -m first; sleep 1; git status > /dev/null`,
};

/** A person's way: commit, push to a bare repository, pull on the other side. */
export const GIT_ROUND: Peer = {
  name: 'git',
  program: 'sh',
  words: (root, copy) => ['-ec', GIT_ROUND_SCRIPT, 'sh', root, copy],
  first: `cd "$1"; git init -q --bare "$2/bare"; export GIT_DIR="$2/git" GIT_WORK_TREE="$1"; git init -q
    git config user.email bench@localhost; git config user.name Bench; echo ${OURS} > "$2/git/info/exclude"
    git add -A; git commit -q -m first; git push -q "$2/bare" HEAD:refs/heads/main
    unset GIT_DIR GIT_WORK_TREE; git clone -q -b main "$2/bare" "$2/clone"`,
};

const GIT_ROUND_SCRIPT = `cd "$1"; export GIT_DIR="$2/git" GIT_WORK_TREE="$1"
  git add -A; git commit -q --allow-empty -m again; git push -q "$2/bare" HEAD:refs/heads/main
  unset GIT_DIR GIT_WORK_TREE; git -C "$2/clone" pull -q`;

export const SHA256SUM: Peer = {
  name: 'sha256sum',
  program: 'sh',
  words: (root) => [
    '-c',
    'find "$1/docs" "$1/configs" -type f -print0 | xargs -0 sha256sum > /dev/null',
    'sh',
    root,
  ],
};

export const PEERS_OF_FIRST_COPY: readonly Peer[] = [UNISON, RCLONE_SYNC, RCLONE_BISYNC, RSYNC, GIT_ROUND];
