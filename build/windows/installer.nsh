; Two copies in different scopes would fight over the same folder, so a second scope is refused: a silent installation
; ends with the exit code 3. electron-builder inserts customInit once $installMode is known.
!macro openclawRefuseOther ROOT WORDS
  ReadRegStr $0 ${ROOT} "${UNINSTALL_REGISTRY_KEY}" "UninstallString"
  ${If} $0 != ""
    MessageBox MB_OK|MB_ICONSTOP "${WORDS}" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
!macroend

!macro customInit
  ${If} $installMode == "all"
    !insertmacro openclawRefuseOther HKCU "Openclaw Sync is installed for your account only. Remove that copy first (Settings, Apps), then install for everybody. Your files and settings stay."
  ${Else}
    !insertmacro openclawRefuseOther HKLM "Openclaw Sync is installed for everybody on this computer already. You can simply start it."
  ${EndIf}
!macroend
