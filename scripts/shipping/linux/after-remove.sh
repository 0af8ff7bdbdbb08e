#!/bin/sh
# Runs as root after the files are gone. An update runs the old version's copy too: a deb says
# "upgrade", an rpm counts what stays installed, and then what the new version set up must live.
set -e

case "$1" in
  upgrade | failed-upgrade | abort-* | disappear | 1) exit 0 ;;
esac

if [ "$(readlink '/usr/bin/${executable}' || true)" = '/opt/${sanitizedProductName}/${executable}' ]; then
  rm -f '/usr/bin/${executable}'
fi

if [ -f '/etc/apparmor.d/${executable}' ]; then
  if apparmor_status --enabled >/dev/null 2>&1 &&
    ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --remove '/etc/apparmor.d/${executable}' || true
  fi
  rm -f '/etc/apparmor.d/${executable}'
fi
