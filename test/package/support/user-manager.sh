#!/bin/sh
# Starts systemd as the manager of one user, in control groups of its own, on a machine whose first process is another.
set -e
user=$1
shift
uid=$(id -u "$user")
# Systemd asks for the first folder to know whether the system was booted with it.
mkdir -p /run/systemd/system "/run/user/$uid"
chown "$user" "/run/user/$uid"
for group in "$@"; do
    mkdir "$group"
    chown -R "$user" "$group"
    echo $$ >"$group/cgroup.procs"
done
home=$(getent passwd "$user" | cut -d: -f6)
exec setpriv --reuid="$user" --regid="$user" --init-groups \
    env -i HOME="$home" XDG_RUNTIME_DIR="/run/user/$uid" PATH=/usr/bin:/bin \
    /usr/lib/systemd/systemd --user --unit=basic.target
