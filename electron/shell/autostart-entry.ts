/** The file that has a Linux desktop start the program with the session. */
export function autostartEntry(program: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Openclaw Sync',
    'Comment=Keeps the Openclaw folder and GIIP in step',
    `Exec=${quoted(program)} --hidden`,
    'Icon=openclaw-sync',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/** True when the desktop would start it. Desktops switch an entry off by a key instead of removing the file. */
export function isAutostartEntryOn(entry: string | null): boolean {
  if (entry === null) return false;
  return !/^\s*(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/im.test(entry);
}

/**
 * Quoted for `Exec`, then escaped as any string value of a desktop entry, then its field codes:
 * https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
 */
function quoted(program: string): string {
  const argument = `"${program.replace(/["`$\\]/g, '\\$&')}"`;
  return argument.replace(/\\/g, '\\\\').replace(/%/g, '%%');
}
