#!/bin/sh
# Runs as root after removal, purge and upgrade. What people keep in their home folders is never touched, not even by a
# purge: settings, history and the .openclaw folder belong to them.
case "$1" in
    remove | purge | 0) ;;
    *) exit 0 ;;
esac

profile='/etc/apparmor.d/openclaw-sync'
if [ -f "$profile" ]; then
    if apparmor_status --enabled >/dev/null 2>&1; then apparmor_parser --remove "$profile" >/dev/null 2>&1 || true; fi
    rm -f "$profile"
fi
exit 0
