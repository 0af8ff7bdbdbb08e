/**
 * The address of the user's session bus where the environment does not name it, as in a cron job:
 * without it the keychain cannot be reached. Undefined when it is named already or not there.
 */
export function sessionBusAddress(
  env: NodeJS.ProcessEnv,
  userId: number | undefined,
  exists: (path: string) => boolean,
): string | undefined {
  if (env.DBUS_SESSION_BUS_ADDRESS || userId === undefined) return undefined;
  const socket = `${env.XDG_RUNTIME_DIR || `/run/user/${userId}`}/bus`;
  return exists(socket) ? `unix:path=${socket}` : undefined;
}
