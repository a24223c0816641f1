import { agreementLook } from './agreement-look.ts';
import type { DoctorLook } from './check.ts';
import { autostartLook, keyringLook, trayLook } from './desktop-looks.ts';
import { folderDiskLook, stateDiskLook, stateFolderLook } from './disk-looks.ts';
import { fileNamesLook, folderLook } from './folder-looks.ts';
import { clockLook, lssnLook, pullLook, pushLook, tokenAcceptedLook, tokenLook } from './giip-looks.ts';
import { databaseLook, lastSuccessLook, sameFolderLook } from './memory-looks.ts';
import { policyLook, settingsLook } from './settings-looks.ts';
import { tlsLook } from './tls-look.ts';
import { watcherLook } from './watcher-look.ts';
import { connectionLook, dnsLook, proxyLook } from './way-looks.ts';

/** Every look, in the order in which things depend on each other. */
export const DOCTOR_LOOKS: readonly DoctorLook[] = [
  settingsLook,
  policyLook,
  folderLook,
  fileNamesLook,
  folderDiskLook,
  stateFolderLook,
  stateDiskLook,
  databaseLook,
  sameFolderLook,
  proxyLook,
  dnsLook,
  connectionLook,
  tlsLook,
  pushLook,
  clockLook,
  tokenLook,
  pullLook,
  tokenAcceptedLook,
  lssnLook,
  keyringLook,
  trayLook,
  autostartLook,
  watcherLook,
  lastSuccessLook,
  agreementLook,
];
