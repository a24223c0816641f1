import type { PolicyTexts } from './policy-texts.ts';

/** The policy's words in English. */
export const EN: PolicyTexts = {
  product: 'Openclaw Sync',
  supported: 'Openclaw Sync 0.1 or later',
  categories: {
    connection: 'Connection',
    network: 'Network',
    behaviour: 'Behaviour',
    safety: 'Safety and history',
    updates: 'Updates',
  },
  choices: { always: 'Always', never: 'Never', user: 'The user decides' },
  values: {
    error: 'Errors only',
    warn: 'Errors and warnings',
    info: 'What happens',
    debug: 'Everything, for support',
    ask: 'Ask the user',
    mine: "Take this computer's text",
    server: "Take GIIP's text",
    both: 'Keep both texts',
  },
  keys: {
    apiUrl: {
      title: 'API URL',
      explanation:
        'The address of GIIP. It must begin with https://; http is allowed to the computer itself only. A token from the policy is sent to this address and to no other.',
    },
    workspace: {
      title: 'Openclaw folder',
      explanation:
        'The .openclaw folder of each user. ~, %HOME% and %USERPROFILE% stand for the home folder; other %NAME% are taken from the environment.',
    },
    lssn: {
      title: 'Server number (lssn)',
      explanation: 'The number that GIIP shows for this server.',
    },
    tokenFile: {
      title: 'File with the Agent Token',
      explanation:
        'The first line of this file is the Agent Token. The file must belong to an administrator or to the user, and must not be readable by everybody; otherwise it is not read.',
    },
    tokenCommand: {
      title: 'Program that prints the Agent Token',
      explanation:
        'One line each: the whole path of a program, then its arguments. It runs without a shell, for ten seconds at most, and the first line that it prints is the Agent Token. It is used instead of the file.',
    },
    proxy: {
      title: 'Proxy',
      explanation:
        '"system" takes the proxy of the operating system, with its automatic configuration. "direct" uses none. Otherwise the address of a proxy without user name and password.',
    },
    caFile: {
      title: 'File with more certificate authorities',
      explanation:
        'A PEM file with authorities that are trusted besides the usual ones, for a company that inspects its traffic.',
    },
    intervalSeconds: {
      title: 'Seconds between two looks at GIIP',
      explanation:
        'Edits on the computer are sent within seconds; this is how often GIIP is asked for its changes.',
    },
    autostart: {
      title: 'Start when the user signs in',
      explanation: 'Syncing runs in the background as soon as the user signs in.',
    },
    notifications: {
      title: 'Notifications',
      explanation: 'Tells when a conflict waits, something is held, or syncing stopped.',
    },
    quitAllowed: {
      title: 'The user may quit',
      explanation:
        'With "Never" the tray menu has no Quit. Signing out, shutting down and the package manager still end the application.',
    },
    logLevel: {
      title: 'What the log holds',
      explanation: 'No log ever holds a token or the text of a document.',
    },
    conflictDefault: {
      title: 'Who settles a conflict',
      explanation:
        'What happens when both sides changed the same place. Both texts stay in the history whatever is chosen, and the activity says that the policy settled it. A deleted file and a damaged text are never settled this way, a first sync only by keeping both.',
    },
    massCount: {
      title: 'Mass change: number of files',
      explanation:
        'Syncing is held for a look when more files than this, and more than the share below, vanish or are about to be overwritten.',
    },
    massPercent: {
      title: 'Mass change: per cent of all files',
      explanation: 'The share of all files that makes a mass change, together with the number above.',
    },
    historyDays: {
      title: 'Days that earlier versions are kept',
      explanation: 'Whatever a sync, a decision or a restore replaces is kept this long.',
    },
    historyVersions: {
      title: 'Versions of each file that are always kept',
      explanation: 'The newest versions of each file stay, however old they are.',
    },
    secretGate: {
      title: 'Look for secrets before sending',
      explanation:
        'A text that seems to hold a password or a key is held on the computer until somebody has looked.',
    },
    updates: {
      title: 'Updates',
      explanation:
        'Looks for new versions and installs them. Without effect where a package manager or your software distribution installs the application.',
    },
    updateFeed: {
      title: 'Address of the updates',
      explanation: 'Your own https address instead of the one that the application was built with.',
    },
  },
};
