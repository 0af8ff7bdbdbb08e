import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BackgroundChild, startBackground } from './background-child.ts';

/**
 * A session bus that starts no services by itself: with the usual configuration, a program asking
 * for a keyring or a portal would bring up daemons that outlive the test and open dialogs.
 */
function configuration(folder: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

export interface PrivateBus {
  readonly env: { readonly DBUS_SESSION_BUS_ADDRESS: string };
  end(): Promise<void>;
}

/** @param folder private folder for the bus's socket; its path must be short (108 bytes) */
export async function startPrivateBus(folder: string): Promise<PrivateBus> {
  const configPath = join(folder, 'bus.conf');
  await writeFile(configPath, configuration(folder));
  const daemon: BackgroundChild = await startBackground(
    'dbus-daemon',
    ['--nofork', '--nopidfile', '--print-address=1', `--config-file=${configPath}`],
    { readyOn: 1 },
  );
  return {
    env: { DBUS_SESSION_BUS_ADDRESS: daemon.readyLine.trim() },
    end: () => daemon.end(),
  };
}
