#!/bin/sh
# Runs as root. An upgrade leaves a running program alone: its files stay open, and its next start is the new version.
# A removal ends it, gently first: what it was writing it finishes, and the next start would go on from there anyway.
case "$1" in
    remove | 0) ;;
    *) exit 0 ;;
esac

program='/opt/Openclaw Sync/openclaw-sync'

running() {
    for process in /proc/[0-9]*; do
        case "$(readlink "$process/exe" 2>/dev/null)" in
            "$program" | "$program (deleted)") echo "${process#/proc/}" ;;
        esac
    done
}

tell() {
    for process in $(running); do kill "-$1" "$process" 2>/dev/null || true; done
}

tell TERM
for second in 1 2 3 4 5; do
    [ -z "$(running)" ] && exit 0
    sleep 1
done
tell KILL
exit 0
