#!/bin/sh
# Turns this mount namespace into a copy of the running system: what is written lies in memory and ends with it. The new
# root is a real one (pivot_root, not chroot), because the kernel allows no user namespaces inside a chroot.
set -e
base=$1
mount -t tmpfs -o size=3g tmpfs "$base"
mkdir "$base/upper" "$base/work" "$base/root"
mount -t overlay -o "lowerdir=/,upperdir=$base/upper,workdir=$base/work" overlay "$base/root"
mount --rbind /dev "$base/root/dev"
mount --rbind /sys "$base/root/sys"
mount -t proc proc "$base/root/proc"
for folder in tmp run; do
    mount -t tmpfs -o mode=1777 tmpfs "$base/root/$folder"
done
mkdir "$base/root/tmp/old"
cd "$base/root"
pivot_root . tmp/old
umount -l /tmp/old
rmdir /tmp/old
echo ready
# The first process of its namespace: everything else in there ends with it.
exec sleep infinity
