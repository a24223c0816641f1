/** `--help`. */
export const HELP_TEXT = `Openclaw Sync keeps a .openclaw folder and GIIP in step, both ways.

  openclaw-sync                       starts the tray application
  openclaw-sync sync                  one full cycle (pull, merge, push, verify), then exits
  openclaw-sync watch                 the loop without a window, until it is interrupted
  openclaw-sync status                what is pending, in conflict, held, refused; makes no request
  openclaw-sync resolve PATH --take mine|server|both
  openclaw-sync resolve PATH --file FILE
  openclaw-sync resolve --all --take mine|server|both
  openclaw-sync resolve PATH --secret once|always|keep|ask
                                      a file held for a key or password in it: send this text, allow it in this
                                      file, keep the file on this computer, or ask again (--all: every such file)
  openclaw-sync history [PATH]        kept versions
  openclaw-sync restore PATH --version ID
  openclaw-sync doctor                looks at DNS, TLS, clock, GIIP, token, folder; says what to fix
  openclaw-sync policy                what your organisation decided, every value that holds and who set it; --explain
  openclaw-sync support               one ZIP file for your support, on this computer; no token, no text of a file
  openclaw-sync rehearse              plays a pull, a push, a merge and a conflict against a pretend GIIP

Options
  --workspace DIR       the .openclaw folder
  --state-dir DIR       where base, history and settings live (default: the application's data folder)
  --api-url URL         default https://api.netbako.com/api; http only to this computer
  --lssn N              server number
  --giip-config FILE    read sk and lssn from a giipAgent.cfg
  --token-stdin         read the Agent Token from standard input
  --dry-run             plan only: nothing is written anywhere, nothing uploaded
  --approve             go on with what is held, after you have looked at it; secrets are not let go by it
  --output FILE         support: the ZIP file (default: a new one in the current folder)
  --file-names          support: with the names of your files instead of stand-ins
  --explain             policy: what each key does and may be
  --json                one JSON object on standard output; words for people go to standard error
  --max-age SECONDS     status: exit code 1 when the last success is older; watch: when the system's log is told (86400)
  --help, --version

The Agent Token comes from OPENCLAW_SYNC_TOKEN, --token-stdin, --giip-config or the application's store; never from
an argument, which other users of this computer could read.

Exit codes: 0 in sync, 1 failed, 2 bad usage or settings, 3 token refused, 4 conflicts wait, 5 server or network not
reachable, 6 held for review, 75 another instance is at work on this folder.
`;
