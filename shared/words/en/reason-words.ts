import type { ReasonWords } from '../../model/reason.ts';

/** Why something was or was not done. */
export const reasonWords: ReasonWords = {
  same: 'Unchanged on both sides since the last sync.',
  'equal-on-both-sides': 'The same on both sides, so there is nothing to transfer.',
  'differs-only-in-edge-space':
    'Differs only in white space at its ends, which GIIP may trim; both are left as they are.',
  'changed-here': 'Changed on this computer, unchanged on GIIP since the last sync.',
  'new-here': 'New on this computer, not on GIIP.',
  'changed-on-giip': 'Changed on GIIP, unchanged on this computer since the last sync.',
  'new-on-giip': 'New on GIIP, not on this computer.',
  'changed-on-both-merged': 'Changed on both sides in different places, so both changes were joined.',
  'merged-by-rule':
    'Changed on both sides in the same place, and a rule of yours said which side stands there.',
  'changed-on-both-overlap': 'Changed on both sides in the same place.',
  'new-on-both-different': 'On both sides with different content, and no earlier common version is known.',
  'merge-too-expensive':
    'Changed on both sides in so many places that joining them by machine would be a guess.',
  'merge-result-unusable': 'Joining both changes would leave an empty or broken file.',
  'deleted-here': 'Deleted on this computer. GIIP has no way to delete, so it is still there.',
  'deleted-here-changed-on-giip': 'Deleted on this computer, and changed on GIIP since.',
  'gone-on-giip': 'No longer on GIIP. The file here is kept.',
  'changed-here-gone-on-giip': 'Changed on this computer, and no longer on GIIP: it is sent again.',
  'damaged-on-giip':
    "GIIP's copy looks damaged on the way there (lost characters), so it replaces nothing here.",
  'unreadable-here': 'Cannot be read on this computer, so it is left alone.',
  'unusable-on-giip': 'What GIIP holds cannot be used, so it is left alone on both sides.',
  'held-mass-deletion':
    'More than half of all items are gone from this computer at once; held until you have looked.',
  'held-mass-overwrite':
    'More than half of all items here would be overwritten at once; held until you have looked.',
  'held-server-rollback':
    'GIIP is back at an earlier state, as after a restored backup; held until you have looked.',
  'held-git-revert':
    "The file jumped back to the text that git has committed, as the agent's updater does with git stash; held until you have looked.",
  'held-emptied-after-crash':
    'The file is empty after a crash and was not before; held until you have looked.',
  'held-not-stored': 'GIIP said yes three times but does not hold it; held until you have looked.',
  'held-refused-by-giip': 'GIIP refuses this item; it is sent again when it changes.',
  'held-secret':
    'It holds what looks like a key or password that is not on GIIP yet; it is not sent until you have looked.',
  'kept-secret':
    'It holds a key or password, and you keep it on this computer: it is not sent while that is in it.',
  'decided-mine': "You chose this computer's version.",
  'decided-giip': "You chose GIIP's version.",
  'decided-file': 'You gave a version of your own.',
  'decided-both': 'You kept both: GIIP’s version became a second file.',
  'decided-send-secret': 'You let this text be sent once although it holds what looks like a secret.',
  'decided-allow-secret': 'You allowed this secret in this file: it may be sent.',
  'decided-keep-secret': 'You keep this file on this computer because of the secret in it.',
  'policy-mine':
    "Settled by your organisation's policy: this computer's version. GIIP's version is in the history.",
  'policy-giip':
    "Settled by your organisation's policy: GIIP's version. This computer's version is in the history.",
  'policy-both': 'Settled by your organisation’s policy: both are kept; GIIP’s version became a second file.',
  restored: 'You brought back an earlier version.',
  'check-giip-moved-behind-hash':
    'The hourly check found a change on GIIP that its hash did not show; it was synced as any other.',
  'check-file-moved-behind-stamp':
    'The hourly check found a change here that the time stamp did not show; it was synced as any other.',
  'check-kept-text-lost':
    'The copy of GIIP’s text in the database was lost or damaged; it was asked for again and nothing else was touched.',
};
