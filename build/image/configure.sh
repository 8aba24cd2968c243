#!/bin/sh
# Makes the root it runs in (chroot, with /proc) a PC of a lab. Run by `rean image`, once, while building.
#   configure.sh station|hub|supervisor TIMEZONE
set -eu

role=$1
timezone=$2
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

echo "rean-$role" >/etc/hostname
printf '127.0.0.1 localhost\n127.0.1.1 rean-%s\n' "$role" >/etc/hosts
ln -sf "/usr/share/zoneinfo/$timezone" /etc/localtime
: >/etc/fstab

# The owner of the data has the same number in every image, or an update would shut it out.
for owner in rean-kiosk:930 rean-hub:931; do
  groupadd --gid "${owner#*:}" "${owner%:*}"
  useradd --uid "${owner#*:}" --gid "${owner#*:}" --no-create-home --home-dir /nonexistent \
    --shell /usr/sbin/nologin "${owner%:*}"
done

# All it depends on is in the root already: nothing is fetched. Settings of the image stay.
dpkg --install --force-confold /rean-image/*.deb

systemctl enable rean-data.service rean-works.service systemd-networkd.service
case "$role" in
  hub) systemctl enable rean-hub.service rean-hub-screen.service ;;
  *) systemctl enable rean-xorg.service rean-kiosk.service rean-stick.socket ;;
esac
if [ "$role" = supervisor ]; then
  systemctl enable cups.socket rean-printers.timer
  # What ipp-usb asks for to tell others of printers, which nobody is told of here; and CUPS in the background.
  systemctl disable cups.service cups.path
  systemctl mask avahi-daemon.service avahi-daemon.socket cups-browsed.service
fi
if [ "$role" = hub ]; then
  systemctl set-default multi-user.target
else
  systemctl set-default graphical.target
fi

# No place to sign in to Debian, no key that restarts, no timer that changes or fetches anything.
for unit in getty@.service serial-getty@.service container-getty@.service console-getty.service \
  autovt@.service getty.target ctrl-alt-del.target debug-shell.service emergency.service \
  emergency.target rescue.service rescue.target systemd-ask-password-console.path \
  systemd-ask-password-wall.path apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer \
  e2scrub_all.timer e2scrub_reap.service fstrim.timer man-db.timer \
  systemd-networkd-wait-online.service; do
  systemctl mask "$unit"
done
passwd --lock root

# The kernel and its initrd, where GRUB looks for them, and no other.
update-initramfs -c -k all
kernel=$(find /boot -name 'vmlinuz-*' | sort -V | tail -n 1)
cp "$kernel" /vmlinuz.new
rm -f /vmlinuz /vmlinuz.old /initrd.img /initrd.img.old
mv /vmlinuz.new /vmlinuz
mv "/boot/initrd.img-${kernel#/boot/vmlinuz-}" /initrd.img
rm -f /boot/vmlinuz-* /boot/initrd.img-*

# What differs from build to build, and what only Debian's own package manager needs.
: >/etc/machine-id
rm -rf /rean-image /var/lib/dbus/machine-id /var/cache/ldconfig/aux-cache /var/cache/debconf/*-old \
  /var/lib/apt/lists/* /var/cache/apt/* /var/log/* /var/lib/dpkg/*-old /tmp/* /run/*
mkdir -p /identity /data
