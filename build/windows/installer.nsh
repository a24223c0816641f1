; Two copies in different scopes would fight over the same folder and the same autostart, so a second scope is refused.
; electron-builder calls customInit once the scope is known; a silent installation leaves by the exit code 3.

!define OPENCLAW_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${UNINSTALL_APP_KEY}"
!define OPENCLAW_OTHER_SCOPE 3

!macro openclawRefuse ROOT WORDS
  ReadRegStr $0 ${ROOT} "${OPENCLAW_KEY}" "UninstallString"
  StrCmp $0 "" +4
    MessageBox MB_OK|MB_ICONSTOP "${WORDS}" /SD IDOK
    SetErrorLevel ${OPENCLAW_OTHER_SCOPE}
    Quit
!macroend

!macro customInit
  SetRegView 64
  StrCmp $installMode "all" 0 +3
    !insertmacro openclawRefuse HKCU "Openclaw Sync is installed for this user only. Remove that copy first: Settings, Apps. Your files and settings stay."
    Goto openclawScopeChecked
  !insertmacro openclawRefuse HKLM "Openclaw Sync is installed for everybody on this computer already. It needs no second installation."
  openclawScopeChecked:
!macroend
