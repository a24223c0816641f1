/**
 * Files that a double click runs, or that act when their folder is merely looked at. GIIP may not plant them.
 *
 * A deny-list, although a list of allowed text extensions would be shorter to defend: a documents tree holds
 * any kind of text (`LICENSE`, `Makefile`, `notes.rst`), and a document that silently does not sync is this
 * product's worst fault. Source text (`.sh`, `.ps1`, `.py`, `.js`) passes for the same reason: documentation
 * is full of it, and nothing here is ever opened by us or given the right to be executed.
 */
const PROGRAM_EXTENSIONS: ReadonlySet<string> = new Set(
  [
    'exe com bat cmd scr pif cpl msi msp mst msc msix msixbundle appx appxbundle appinstaller application appref-ms',
    'gadget hta vb vbs vbe jse wsf wsh wsc sct ws reg inf ins isp job jar jnlp dll sys drv ocx xll wll chm diagcab',
    'lnk url scf website library-ms search-ms searchconnector-ms settingcontent-ms theme themepack deskthemepack',
    'command tool terminal workflow action app pkg mpkg dmg fileloc inetloc webloc desktop appimage run',
  ]
    .join(' ')
    .split(' '),
);

const FOLDER_SETTINGS: ReadonlySet<string> = new Set(['desktop.ini', 'autorun.inf', 'folder.htt']);

/** True when a file of this name is a program, a shortcut or a folder's settings to some desktop. */
export function isProgramName(name: string): boolean {
  // A scan asks this for every name: plain ones are most of them.
  const folded = (/[^ -~]/.test(name) ? name.normalize('NFKC') : name).toLowerCase();
  const extension = folded.slice(folded.lastIndexOf('.') + 1);
  return FOLDER_SETTINGS.has(folded) || (extension !== folded && PROGRAM_EXTENSIONS.has(extension));
}
