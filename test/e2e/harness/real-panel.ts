import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { untilOnBus } from './until-on-bus.ts';

/** Says where the program stands, which depends on the architecture. */
const XFCONF_SERVICE = '/usr/share/dbus-1/services/org.xfce.Xfconf.service';

export interface RealPanelOptions {
  /** With a display, a bus and a home of their own. */
  readonly env: Readonly<Record<string, string>>;
  readonly isDark: boolean;
  /** Of the panel, in pixels. */
  readonly height: number;
}

/** The panel of Xfce across the top of the screen, with nothing but tray icons, at its left end. */
export interface RealPanel {
  /** The middle of the first icon, in pixels from the top left corner of the screen. */
  readonly firstIcon: { readonly x: number; readonly y: number };
  close(): Promise<void>;
}

/** Rejects where the panel does not come up. */
export async function startRealPanel(options: RealPanelOptions): Promise<RealPanel> {
  const { env, isDark, height } = options;
  const busAddress = env.DBUS_SESSION_BUS_ADDRESS ?? '';
  const channels = join(env.XDG_CONFIG_HOME ?? '', 'xfce4', 'xfconf', 'xfce-perchannel-xml');
  await mkdir(channels, { recursive: true });
  await writeFile(join(channels, 'xfce4-panel.xml'), panelSettings(isDark, height));
  const children: ChildProcess[] = [];
  const start = (command: string, args: readonly string[]): void => {
    const child = spawn(command, [...args], { env: { ...process.env, ...env }, stdio: 'ignore' });
    children.push(child);
  };
  const close = async (): Promise<void> => {
    for (const child of children.splice(0).toReversed()) {
      if (child.exitCode === null && child.signalCode === null) {
        const gone = once(child, 'exit');
        child.kill();
        await gone;
      }
    }
  };
  try {
    // The private bus starts nothing by itself.
    start(await programOf(XFCONF_SERVICE), []);
    await untilOnBus(busAddress, 'org.xfce.Xfconf');
    start('xfce4-panel', ['--disable-wm-check']);
    await untilOnBus(busAddress, 'org.kde.StatusNotifierWatcher');
  } catch (error) {
    await close();
    throw error;
  }
  const middle = Math.round(height / 2);
  return { firstIcon: { x: middle, y: middle }, close };
}

/** What the bus would start by this file (D-Bus Specification, "Message Bus Starting Services"). */
async function programOf(serviceFile: string): Promise<string> {
  const program = /^Exec=(\S+)$/m.exec(await readFile(serviceFile, 'utf8'))?.[1];
  if (program === undefined) {
    throw new Error(`${serviceFile} names no program.`);
  }
  return program;
}

function panelSettings(isDark: boolean, height: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="dark-mode" type="bool" value="${isDark}"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="size" type="uint" value="${height}"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="systray">
      <property name="square-icons" type="bool" value="true"/>
    </property>
  </property>
</channel>
`;
}
