#!/bin/sh
# Runs as root after the files are in place: at a first installation and at each update, from a deb
# as from an rpm.
set -e

# The program's own sandbox. Where the kernel lets everybody open user namespaces it is not used; a
# test for that made now, as root, would not tell what a user may do later.
chown root:root '/opt/${sanitizedProductName}/chrome-sandbox'
chmod 4755 '/opt/${sanitizedProductName}/chrome-sandbox'

ln -sf '/opt/${sanitizedProductName}/${executable}' '/usr/bin/${executable}'

# Menus, icons and file types are brought up to date by triggers of the system's own packages.

# Where AppArmor forbids user namespaces (Ubuntu since 24.04), this profile allows them to this
# program. Older versions do not understand it and do not need it.
profile='/opt/${sanitizedProductName}/resources/apparmor-profile'
if apparmor_status --enabled >/dev/null 2>&1 &&
  apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
  cp -f "$profile" '/etc/apparmor.d/${executable}'
  if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' || true
  fi
fi
